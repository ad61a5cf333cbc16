package kit.modules.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Compose makes of a service's definition, as far as a plan needs it.
 *
 * @param replicas how many containers it should have
 * @param needs services that it depends on
 * @param awaited services that it waits for to end well: they are jobs, and may have ended
 */
record ComposeService(int replicas, Set<String> needs, Set<String> awaited) {

  /**
   * Reads what {@code config} prints: both Compose of Go and of Python write blocks of YAML, with
   * two blanks for each depth.
   */
  static Map<String, ComposeService> read(String config) {
    Map<String, ComposeService> services = new LinkedHashMap<>();
    List<String> path = new ArrayList<>();
    for (String line : config.split("\n")) {
      int indent = indent(line);
      int depth = indent / 2;
      if (indent == line.length() || indent % 2 == 1 || depth > path.size()) {
        continue;
      }
      int colon = line.indexOf(':', indent);
      String text = line.substring(indent);
      if (colon < 0 || text.startsWith("- ") || text.startsWith("#")) {
        continue;
      }
      path.subList(depth, path.size()).clear();
      path.add(plain(line.substring(indent, colon)));
      if (depth > 0 && path.get(0).equals("services")) {
        String value = plain(line.substring(colon + 1).strip());
        services.merge(path.get(1), one(path, value), ComposeService::with);
      }
    }
    return services;
  }

  private static ComposeService one(List<String> path, String value) {
    String last = path.get(path.size() - 1);
    boolean count =
        path.size() == 3 && last.equals("scale")
            || path.size() == 4 && path.get(2).equals("deploy") && last.equals("replicas");
    if (count && digits(value)) {
      return new ComposeService(Integer.parseInt(value), Set.of(), Set.of());
    }
    boolean needs = path.size() > 3 && path.get(2).equals("depends_on");
    boolean job = needs && last.equals("condition") && value.endsWith("completed_successfully");
    return new ComposeService(
        -1, needs ? Set.of(path.get(3)) : Set.of(), job ? Set.of(path.get(3)) : Set.of());
  }

  private ComposeService with(ComposeService more) {
    return new ComposeService(
        more.replicas < 0 ? replicas : more.replicas,
        union(needs, more.needs),
        union(awaited, more.awaited));
  }

  /** One, where nothing is said. */
  int count() {
    return replicas < 0 ? 1 : replicas;
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static boolean digits(String text) {
    return !text.isEmpty() && text.length() < 7 && text.chars().allMatch(Character::isDigit);
  }

  /** Without quotes. */
  static String plain(String text) {
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
