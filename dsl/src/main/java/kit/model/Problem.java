package kit.model;

/**
 * One mistake, told to the user: where it is, what is wrong, what to do next.
 *
 * @param location where
 * @param message what is wrong, one sentence without a full stop
 * @param hint what to do next, empty if there is nothing useful to say
 * @param kind what kind of mistake it is
 */
public record Problem(Location location, String message, String hint, Mistake kind) {

  /** A problem of no special kind. */
  public Problem(Location location, String message, String hint) {
    this(location, message, hint, Mistake.OTHER);
  }

  /** The same of this kind. */
  public Problem as(Mistake other) {
    return new Problem(location, message, hint, other);
  }

  @Override
  public String toString() {
    String at = location.toString();
    String text = at.isEmpty() ? message : at + ": " + message;
    return hint.isEmpty() ? text : text + " (" + hint + ")";
  }
}
