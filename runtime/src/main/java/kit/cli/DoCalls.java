package kit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.catalog.Given;
import kit.catalog.ModuleType;
import kit.model.KitException;
import kit.model.Problem;
import kit.preflight.Foresight;
import kit.spi.Module;
import kit.vars.HostVars;
import kit.vars.Renderer;

/** The calls that {@code kit do} makes, one for each host, before any of them is contacted. */
final class DoCalls {

  private final ModuleType type;
  private final DoWords words;
  private final Map<String, Module> modules = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private DoCalls(ModuleType type, DoWords words) {
    this.type = type;
    this.words = words;
    problems.addAll(words.problems());
  }

  /**
   * The call of each host.
   *
   * @throws KitException with all that is wrong
   */
  static Map<String, Module> of(ModuleType type, DoWords words, Fleet fleet, Renderer renderer) {
    DoCalls calls = new DoCalls(type, words);
    Module shared = null;
    for (String host : fleet.hosts()) {
      if (shared == null || words.templates()) {
        shared = calls.bound(fleet, host, renderer);
      }
      calls.modules.put(host, shared);
      if (shared == null && !words.templates()) {
        break;
      }
    }
    if (!calls.problems.isEmpty()) {
      throw new KitException(calls.problems);
    }
    return calls.modules;
  }

  /** The record for a host; null if something is wrong. */
  private Module bound(Fleet fleet, String host, Renderer renderer) {
    HostVars variables = fleet.variables().host(host);
    try {
      List<Given> given = words.given(renderer, variables.captured());
      List<Problem> wrong = type.check(given, DoWords.LINE);
      if (!wrong.isEmpty()) {
        wrong.forEach(problem -> add(problem, host));
        return null;
      }
      Module module = type.bind(given, DoWords.LINE);
      Foresight.refusal(type.name(), module, fleet.project(), DoWords.LINE)
          .ifPresent(problem -> add(problem, host));
      return module;
    } catch (KitException e) {
      e.problems().forEach(problem -> add(problem, host));
      return null;
    }
  }

  /** What is wrong for one host only is told with its name, what is wrong for all just once. */
  private void add(Problem problem, String host) {
    for (Problem known : problems) {
      if (known.location().equals(problem.location())
          && known.message().startsWith(problem.message())) {
        return;
      }
    }
    String whose = words.templates() ? " (" + host + ")" : "";
    problems.add(
        new Problem(problem.location(), problem.message() + whose, problem.hint(), problem.kind()));
  }
}
