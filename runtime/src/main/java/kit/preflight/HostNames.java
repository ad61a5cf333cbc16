package kit.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.project.Project;
import kit.script.LoadedPlaybook;
import kit.script.language.ScriptIndex.Mention;

/** Names of hosts in a playbook that the inventory does not know. */
final class HostNames {

  private final LoadedPlaybook loaded;
  private final Project project;

  HostNames(LoadedPlaybook loaded, Project project) {
    this.loaded = loaded;
    this.project = project;
  }

  /** Hosts that bodies turn to: {@code on('db1')}, {@code delegateTo: 'db1'}. */
  List<Problem> unknown() {
    List<Problem> problems = new ArrayList<>();
    if (loaded.index().growing() || loaded.index().others().isEmpty()) {
      return problems;
    }
    Set<String> hosts = Set.copyOf(project.allHosts());
    for (Mention other : loaded.index().others()) {
      if (!hosts.contains(other.name()) && !project.isHost(other.name())) {
        problems.add(
            new Problem(
                other.location(),
                "no host is called '" + other.name() + "'",
                Suggestion.hint(other.name(), hosts, "kit inventory list shows them"),
                Mistake.UNKNOWN_HOST));
      }
    }
    return problems;
  }

  /** The same problems; those of patterns stand where the pattern does, not where its play does. */
  List<Problem> placed(List<Problem> problems) {
    List<Problem> placed = new ArrayList<>();
    for (Problem problem : problems) {
      Location at = problem.location();
      for (Mention pattern : loaded.index().hosts()) {
        boolean behind =
            pattern.location().file().equals(at.file())
                && (pattern.location().line() > at.line()
                    || pattern.location().line() == at.line()
                        && pattern.location().column() >= at.column());
        if (problem.kind() == Mistake.UNKNOWN_HOST && behind && named(problem, pattern.name())) {
          at = pattern.location();
          break;
        }
      }
      for (Mention file : loaded.index().varsFiles()) {
        boolean missing = at.line() == 0 && at.file().endsWith(file.name());
        if (missing && problem.message().equals("there is no such file")) {
          placed.add(
              new Problem(
                  file.location(),
                  "there is no file '" + file.name() + "'",
                  "looked for " + at.file(),
                  Mistake.MISSING_FILE));
          at = Location.NONE;
          break;
        }
      }
      if (at == Location.NONE) {
        continue;
      }
      placed.add(new Problem(at, problem.message(), problem.hint(), problem.kind()));
    }
    return placed;
  }

  /** Whether a problem is about a part of this pattern. */
  private static boolean named(Problem problem, String pattern) {
    int from = problem.message().indexOf('\'');
    int to = problem.message().indexOf('\'', from + 1);
    return from >= 0 && to > from && pattern.contains(problem.message().substring(from + 1, to));
  }
}
