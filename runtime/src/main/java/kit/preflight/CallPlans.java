package kit.preflight;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.catalog.Given;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.model.Role;
import kit.project.Project;
import kit.script.KnownCall;
import kit.script.KnownNames;
import kit.script.LoadedPlaybook;
import kit.script.PlaybookCheck;
import kit.script.language.ScriptIndex;
import kit.script.language.ScriptIndex.RoleCall;
import kit.script.language.ScriptIndex.Trait;
import kit.spi.PlanException;
import kit.spi.Unanswered;
import kit.template.Inspection;
import kit.template.Inspection.Needs;

/**
 * Plans calls without a host, as far as they go: what a plan refuses before it asks its host
 * anything it will refuse in the run too. The controller's files and templates that it wants on its
 * way are looked at.
 */
final class CallPlans {

  private final ScriptIndex index;
  private final Project project;
  private final Inspection inspection;
  private final Optional<Path> kept;
  private final String key;
  private Notes notes = new Notes();

  /**
   * @param kept where it is noted what was found right; empty for nowhere
   */
  CallPlans(LoadedPlaybook loaded, Project project, Inspection inspection, Optional<Path> kept) {
    this.index = loaded.index();
    this.key = loaded.key();
    this.kept = kept;
    this.project = project;
    this.inspection = inspection;
  }

  /** What the plans refuse, and what is wrong with templates. */
  List<Problem> problems(PlaybookCheck check) {
    Optional<Notes> known = kept.flatMap(file -> Notes.read(file, key, project));
    if (known.isPresent()) {
      notes = known.get();
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    for (KnownCall call : check.known(index, NoHost.STAND_IN)) {
      Optional<Role> role = Role.around(call.call().location().file());
      NoHost host = new NoHost(project, notes, role);
      try {
        call.module().plan(host);
      } catch (PlanException e) {
        if (counts(call, host) && !borrows(role, host)) {
          problems.add(problem(call, host, e));
        }
      } catch (Unanswered | RuntimeException e) {
        continue; // as far as it went, nothing was wrong
      } finally {
        host.template().ifPresent(this::inspect);
      }
    }
    for (Needs needs : notes.templates().values()) {
      problems.addAll(needs.problems());
    }
    if (problems.isEmpty()) {
      kept.ifPresent(file -> notes.write(file, key));
    }
    return problems;
  }

  /** Variables that templates read and nothing gives a value to. */
  List<Problem> unknown(KnownNames known) {
    List<Problem> problems = new ArrayList<>();
    for (Needs needs : notes.templates().values()) {
      for (Map.Entry<String, Location> read : needs.reads().entrySet()) {
        if (!known.inTemplates(read.getKey())) {
          problems.add(known.unknownInTemplate(read.getKey(), read.getValue()));
        }
      }
    }
    return problems;
  }

  /** Variables that templates read, and those that they ask after or set. */
  void names(Set<String> reads, Set<String> own) {
    for (Needs needs : notes.templates().values()) {
      reads.addAll(needs.reads().keySet());
      own.addAll(needs.own());
    }
  }

  private void inspect(NoHost.Template template) {
    String path = template.source().path();
    if (!notes.templates().containsKey(path)) {
      notes.template(path, inspection.of(template.source(), template.style()));
    }
  }

  /** A role finds files also with the role that uses it, which only the run knows. */
  private boolean borrows(Optional<Role> role, NoHost host) {
    boolean nested = false;
    for (RoleCall use : index.roles()) {
      nested |= Role.around(use.location().file()).isPresent();
    }
    return nested && role.isPresent() && !host.missing().isEmpty();
  }

  /** Whether what a plan refused is a mistake already now. */
  private boolean counts(KnownCall call, NoHost host) {
    if (host.missing().isEmpty()) {
      return call.whole();
    }
    Set<Trait> traits = index.traits();
    return !call.call().guarded() && !traits.contains(Trait.MAKING);
  }

  private static Problem problem(KnownCall call, NoHost host, PlanException refusal) {
    Mistake kind = host.missing().isEmpty() ? Mistake.CONFLICT : Mistake.MISSING_FILE;
    Location where = call.call().location();
    for (Given given : call.call().given()) {
      boolean named = given.value() instanceof String text && text.startsWith(host.missing());
      if (named && !host.missing().isEmpty()) {
        where = given.location();
      }
    }
    return new Problem(where, call.name() + ": " + refusal.getMessage(), refusal.hint(), kind);
  }
}
