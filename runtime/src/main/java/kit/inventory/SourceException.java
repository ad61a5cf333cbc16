package kit.inventory;

import java.nio.file.Path;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/**
 * A source of the inventory gives no answer or none that can be understood: the command line
 * answers with exit code 4. A run on what the other sources say would leave hosts out silently.
 */
public final class SourceException extends KitException {
  private static final long serialVersionUID = 1;

  SourceException(Path source, String message, String hint) {
    this(new Problem(new Location(source.toString(), 0, 0), message, hint));
  }

  public SourceException(Problem problem) {
    super(problem);
  }
}
