package kit.script.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.script.value.StrictMap;

/** Which names below variables, {@code tags.role}, some host has, and which none. */
final class Fields {

  private final Set<String> found = new HashSet<>();
  private final Map<String, Missing> missing = new LinkedHashMap<>();

  private record Missing(String label, String name, Location where, Set<String> others) {}

  Object read(StrictMap map, String name, Location where) {
    String label = general(map.label());
    String path = label + "." + name;
    if (map.containsKey(name)) {
      found.add(path);
      return map.get(name);
    }
    Set<String> others =
        missing
            .computeIfAbsent(path, its -> new Missing(label, name, where, new LinkedHashSet<>()))
            .others();
    for (Object other : map.keySet()) {
      others.add(String.valueOf(other));
    }
    return null;
  }

  /** What was looked for and not found anywhere. */
  List<Problem> nowhere() {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, Missing> each : missing.entrySet()) {
      if (!found.contains(each.getKey())) {
        Missing its = each.getValue();
        String hint = "['" + its.name() + "'] asks for what may be missing everywhere";
        problems.add(
            new Problem(
                its.where(),
                its.label() + " has no '" + its.name() + "' on any host",
                Suggestion.hint(its.name(), its.others(), hint),
                Mistake.UNKNOWN_VARIABLE));
      }
    }
    return problems;
  }

  /** The same label for every item of a list. */
  private static String general(String label) {
    StringBuilder general = new StringBuilder(label.length());
    boolean inside = false;
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      inside = c == '[' || inside && c != ']';
      if (!inside || c == '[') {
        general.append(c);
      }
    }
    return general.toString();
  }
}
