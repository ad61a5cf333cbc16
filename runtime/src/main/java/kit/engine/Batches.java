package kit.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits the hosts of a play as its {@code serial} says: numbers or percentages, the last repeats.
 */
final class Batches {

  private Batches() {}

  static List<List<String>> of(List<String> hosts, List<String> serial) {
    if (serial.isEmpty()) {
      return List.of(hosts);
    }
    List<List<String>> batches = new ArrayList<>();
    int from = 0;
    while (from < hosts.size()) {
      String size = serial.get(Math.min(batches.size(), serial.size() - 1));
      int to = Math.min(hosts.size(), from + count(size, hosts.size()));
      batches.add(hosts.subList(from, to));
      from = to;
    }
    return batches;
  }

  private static int count(String size, int hosts) {
    if (size.endsWith("%")) {
      double percent = Double.parseDouble(size.substring(0, size.length() - 1));
      return Math.max(1, (int) (hosts * percent / 100));
    }
    int count = Integer.parseInt(size);
    return count <= 0 ? hosts : count;
  }
}
