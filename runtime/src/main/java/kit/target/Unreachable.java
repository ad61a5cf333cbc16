package kit.target;

import java.util.List;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.spi.Output;

/** A host that cannot be reached, or whose connection was lost. */
public final class Unreachable extends KitException {

  private final boolean sent;
  private final transient List<List<Output>> outputs;

  /**
   * @param sent whether a frame had been sent already, so that its steps may have run
   */
  public Unreachable(String message, String hint, boolean sent) {
    this(new Problem(Location.NONE, message, hint), sent, List.of());
  }

  private Unreachable(Problem problem, boolean sent, List<List<Output>> outputs) {
    super(problem);
    this.sent = sent;
    this.outputs = outputs;
  }

  /** The same, with the outputs of the calls of the frame that had ended well before. */
  public Unreachable after(List<List<Output>> ended) {
    return new Unreachable(problems().get(0), sent, ended);
  }

  /** For each call of the frame that had ended well, the outputs of its steps. */
  public List<List<Output>> outputs() {
    return outputs;
  }

  /** Whether steps may have run without their outcome being known. */
  public boolean sent() {
    return sent;
  }
}
