package kit.target;

import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** A host that cannot be reached, or whose connection was lost. */
public final class Unreachable extends KitException {

  private final boolean sent;

  /**
   * @param sent whether a frame had been sent already, so that its steps may have run
   */
  public Unreachable(String message, String hint, boolean sent) {
    super(new Problem(Location.NONE, message, hint));
    this.sent = sent;
  }

  /** Whether steps may have run without their outcome being known. */
  public boolean sent() {
    return sent;
  }
}
