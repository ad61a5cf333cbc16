package kit.inventory;

import kit.model.KitException;
import kit.model.Problem;

/** A pattern names no host: the command line answers with exit code 5. */
public final class NoHostsException extends KitException {
  private static final long serialVersionUID = 1;

  public NoHostsException(Problem problem) {
    super(problem);
  }
}
