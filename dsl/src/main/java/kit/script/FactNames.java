package kit.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.catalog.Suggestion;
import kit.model.Mistake;
import kit.model.Problem;
import kit.query.Facts;
import kit.script.language.ScriptIndex.Mention;

/** Finds facts that no host has. Every host has the same names; see {@link Facts#nothing()}. */
final class FactNames {

  private final Map<String, Object> facts = Facts.nothing();

  List<Problem> unknown(List<Mention> read) {
    List<Problem> problems = new ArrayList<>();
    for (Mention fact : read) {
      int dot = fact.name().lastIndexOf('.');
      String outer = dot < 0 ? "facts" : "facts." + fact.name().substring(0, dot);
      String name = fact.name().substring(dot + 1);
      Map<?, ?> around = dot < 0 ? facts : at(fact.name().substring(0, dot));
      if (around != null && !around.isEmpty() && !around.containsKey(name)) {
        problems.add(
            new Problem(
                fact.location(),
                outer + " has no '" + name + "'",
                hint(name, around),
                Mistake.UNKNOWN_FACT));
      }
    }
    return problems;
  }

  private static String hint(String name, Map<?, ?> around) {
    List<String> known = new ArrayList<>();
    around.keySet().forEach(each -> known.add(String.valueOf(each)));
    return Suggestion.hint(name, known, "it has " + String.join(", ", known));
  }

  /** The map at a path; null if there is something else, or nothing. */
  private Map<?, ?> at(String path) {
    Object value = facts;
    for (String name : path.split("\\.")) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value instanceof Map<?, ?> map ? map : null;
  }
}
