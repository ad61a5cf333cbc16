package kit.template.syntax;

/** A template that cannot be read. */
public final class SyntaxError extends RuntimeException {
  private final int line;

  SyntaxError(String message, int line) {
    super(message, null, false, false);
    this.line = line;
  }

  public int line() {
    return line;
  }
}
