package kit.preflight;

import java.util.Optional;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.project.Project;
import kit.spi.Module;
import kit.spi.PlanException;
import kit.spi.Unanswered;

/** What a single call will be refused for whatever its host is like. */
public final class Foresight {

  private Foresight() {}

  /**
   * Plans a call without a host.
   *
   * @param name the module's name
   * @param where where the call stands
   */
  public static Optional<Problem> refusal(
      String name, Module module, Project project, Location where) {
    NoHost host = new NoHost(project, new Notes(), Optional.empty());
    try {
      module.plan(host);
      return Optional.empty();
    } catch (PlanException e) {
      Mistake kind = host.missing().isEmpty() ? Mistake.CONFLICT : Mistake.MISSING_FILE;
      return Optional.of(new Problem(where, name + ": " + e.getMessage(), e.hint(), kind));
    } catch (Unanswered | RuntimeException e) {
      return Optional.empty(); // as far as it went, nothing was wrong
    }
  }
}
