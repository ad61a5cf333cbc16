package kit.spi.inventory;

/** A source has no answer: it cannot be reached, refuses, or says what nobody understands. */
public final class SourceFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String hint;

  /**
   * @param message what happened and where, for example {@code the engine at tcp://a:2376 cannot be
   *     reached: connection refused}; never a secret
   * @param hint what to do next; may be empty
   */
  public SourceFailure(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  public String hint() {
    return hint;
  }
}
