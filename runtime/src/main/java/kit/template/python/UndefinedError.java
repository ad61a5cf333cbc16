package kit.template.python;

import kit.model.KitException;

/** A value was used that is not there. */
public final class UndefinedError extends PythonError {
  private final String hint;
  private final transient KitException told;

  UndefinedError(String message, String hint, KitException told) {
    super(message);
    this.hint = hint;
    this.told = told;
  }

  /** What the user may do about it; may be empty. */
  public String hint() {
    return hint;
  }

  /** What the variables say of the name that is missing; null if it is no variable. */
  public KitException told() {
    return told;
  }
}
