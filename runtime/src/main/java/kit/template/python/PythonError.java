package kit.template.python;

/** What would be an exception in Python; the engine adds file and line. */
public class PythonError extends RuntimeException {

  public PythonError(String message) {
    super(message, null, false, false);
  }

  /** Python's words for an operation that a type does not have. */
  static PythonError unsupported(String operator, Object left, Object right) {
    return new PythonError(
        "unsupported operand type(s) for "
            + operator
            + ": '"
            + Types.name(left)
            + "' and '"
            + Types.name(right)
            + "'");
  }
}
