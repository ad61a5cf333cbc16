package kit.modules.services;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * Which services there are at all, to suggest one.
 *
 * @param scope whose services
 */
record UnitNames(Scope scope) implements Query<List<String>> {

  @Override
  public Probe<List<String>> probe(List<Query<List<String>>> batch) {
    String script =
        scope.command("systemctl")
            + " list-unit-files --no-pager --no-legend --type=service 2>/dev/null\n";
    return new Probe<>(
        script,
        output -> {
          List<String> names = new ArrayList<>();
          for (String line : output.text().split("\n")) {
            int blank = line.indexOf(' ');
            if (blank > 0) {
              names.add(line.substring(0, blank));
            }
          }
          return Collections.nCopies(batch.size(), names);
        });
  }

  @Override
  public Object kind() {
    return List.of(UnitNames.class, scope);
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("unit", "*"));
  }

  /** The nearest name, or an empty text if none is near. */
  static String nearest(String wanted, List<String> names) {
    String best = "";
    int least = Math.max(3, stem(wanted).length() / 3 + 1);
    for (String name : names) {
      boolean within = stem(wanted).length() > 2 && stem(name).contains(stem(wanted));
      int distance = within ? 1 : distance(stem(wanted), stem(name));
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best;
  }

  private static String stem(String name) {
    return name.endsWith(".service") ? name.substring(0, name.length() - 8) : name;
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
