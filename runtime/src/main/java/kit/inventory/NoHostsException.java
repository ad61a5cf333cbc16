package kit.inventory;

import java.util.List;
import kit.model.KitException;
import kit.model.Mistake;
import kit.model.Problem;

/** A pattern names no host: the command line answers with exit code 5. */
public final class NoHostsException extends KitException {
  private static final long serialVersionUID = 1;

  public NoHostsException(Problem problem) {
    super(problem.as(Mistake.UNKNOWN_HOST));
  }

  /** Several patterns. */
  public NoHostsException(List<Problem> problems) {
    super(problems);
  }
}
