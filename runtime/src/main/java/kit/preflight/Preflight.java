package kit.preflight;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.catalog.ModuleCatalog;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.project.Project;
import kit.script.KnownNames;
import kit.script.LoadedPlaybook;
import kit.script.PlaybookCheck;
import kit.script.language.ScriptIndex;
import kit.script.language.ScriptIndex.Mention;
import kit.template.Inspection;
import kit.vars.Variables;
import kit.vault.VaultException;

/** Looks for mistakes before a run, all in one pass. */
public final class Preflight {

  private final PlaybookCheck check;
  private final Inspection inspection;
  private final Optional<Path> notes;

  /**
   * @param notes a directory that keeps what was found right, made if it is not there; empty for
   *     none
   */
  public Preflight(ModuleCatalog catalog, Inspection inspection, Optional<Path> notes) {
    this.notes = notes;
    this.check = new PlaybookCheck(catalog);
    this.inspection = inspection;
  }

  /** All that is wrong, in the order in which a user reads it. */
  public List<Problem> problems(LoadedPlaybook loaded, Project project, Chosen chosen) {
    ScriptIndex index = loaded.index();
    List<Problem> broken = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>(project.names(loaded.playbook(), broken));
    names.addAll(Variables.reserved());
    boolean hosts = false;
    boolean complete = true;
    for (Problem problem : broken) {
      hosts |= problem.kind() == Mistake.UNKNOWN_HOST;
      complete &= problem.kind() == Mistake.UNKNOWN_HOST;
    }
    List<Problem> reserved = reserved(index);
    // a play's own word for it has no place in the play
    broken.removeIf(problem -> sameMessage(problem, reserved));
    HostNames others = new HostNames(loaded, project);
    Set<Problem> problems = new LinkedHashSet<>(others.placed(broken));
    problems.addAll(others.unknown());
    problems.addAll(chosen.unknown(index));
    problems.addAll(reserved);
    CallPlans plans = new CallPlans(loaded, project, inspection, notes(loaded));
    List<Problem> refused = plans.problems(check);
    Values values = values(loaded, project, plans);
    problems.addAll(values.problems());
    if (hosts) {
      names.addAll(allNames(project, problems)); // nobody knows whose variables the play reads
    }
    List<Problem> found = named(loaded, names, complete, plans, values);
    if (anyUnknown(found)) {
      // told only if nobody has it: not even hosts and groups that no play is for
      names.addAll(allNames(project, problems));
      found = named(loaded, names, complete, plans, values);
    }
    problems.addAll(found);
    for (Problem problem : refused) {
      if (!told(problems, problem)) {
        problems.add(problem);
      }
    }
    return Reading.order(loaded.playbook().file().toString(), problems);
  }

  /** A file for each playbook, so that old notes are written over. */
  private Optional<Path> notes(LoadedPlaybook loaded) {
    Path playbook = loaded.playbook().file().toAbsolutePath().normalize();
    String name = Integer.toHexString(playbook.toString().hashCode());
    // relative paths in it are those of a run from here
    String here = Integer.toHexString(Path.of("").toAbsolutePath().toString().hashCode());
    return notes.map(folder -> folder.resolve(name + "-" + here));
  }

  private Values values(LoadedPlaybook loaded, Project project, CallPlans plans) {
    Set<String> reads = new LinkedHashSet<>();
    for (Mention read : loaded.index().reads()) {
      reads.add(read.name());
    }
    plans.names(reads, new LinkedHashSet<>());
    Values values = new Values(project, inspection);
    values.follow(loaded.playbook(), reads);
    return values;
  }

  private List<Problem> named(
      LoadedPlaybook loaded, Set<String> names, boolean complete, CallPlans plans, Values values) {
    List<Problem> found = new ArrayList<>(check.check(loaded, names, complete));
    if (complete && loaded.index().complete()) {
      KnownNames known = new KnownNames(loaded.index(), names);
      Set<String> asked = new LinkedHashSet<>();
      plans.names(new LinkedHashSet<>(), asked);
      found.addAll(plans.unknown(known));
      found.addAll(values.unknown(known, asked));
    }
    return found;
  }

  /** Names that kit sets and nobody else can. */
  private static List<Problem> reserved(ScriptIndex index) {
    List<Problem> problems = new ArrayList<>();
    for (Mention declared : index.declares()) {
      if (Variables.isReserved(declared.name())) {
        problems.add(
            new Problem(
                declared.location(),
                "'" + declared.name() + "' is set by kit and cannot be changed",
                "use another name",
                Mistake.TAKEN_NAME));
      }
    }
    return problems;
  }

  private static boolean sameMessage(Problem problem, List<Problem> others) {
    for (Problem other : others) {
      if (other.message().equals(problem.message())) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyUnknown(List<Problem> problems) {
    for (Problem problem : problems) {
      if (problem.kind() == Mistake.UNKNOWN_VARIABLE) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> allNames(Project project, Set<Problem> problems) {
    try {
      return project.allNames();
    } catch (VaultException e) {
      throw e; // it has an exit code of its own, and hides what else is wrong
    } catch (KitException e) {
      problems.addAll(e.problems());
      return Set.of();
    }
  }

  /** Whether the same place is known to be wrong already. */
  private static boolean told(Set<Problem> problems, Problem problem) {
    Location at = problem.location();
    for (Problem each : problems) {
      if (each.location().equals(at)) {
        return true;
      }
    }
    return false;
  }
}
