package kit.spi;

/** A plan that cannot be made: the arguments or the controller's files do not allow it. */
public final class PlanException extends RuntimeException {

  private final String hint;

  public PlanException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** What to do next; empty if there is nothing useful to say. */
  public String hint() {
    return hint;
  }
}
