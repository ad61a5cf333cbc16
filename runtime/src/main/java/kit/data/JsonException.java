package kit.data;

/** A text that is not JSON; the message says what is wrong and at which character. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JsonException(String message) {
    super(message, null, false, false);
  }
}
