package kit.model;

/**
 * One mistake, told to the user: where it is, what is wrong, what to do next.
 *
 * @param location where
 * @param message what is wrong, one sentence without a full stop
 * @param hint what to do next, empty if there is nothing useful to say
 */
public record Problem(Location location, String message, String hint) {

  @Override
  public String toString() {
    String at = location.toString();
    String text = at.isEmpty() ? message : at + ": " + message;
    return hint.isEmpty() ? text : text + " (" + hint + ")";
  }
}
