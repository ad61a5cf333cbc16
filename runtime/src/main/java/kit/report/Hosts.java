package kit.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hosts of a play, and how some of them are named on a line. */
final class Hosts {

  private final Map<String, Integer> order = new HashMap<>();

  Hosts(List<String> hosts) {
    for (String host : hosts) {
      order.put(host, order.size());
    }
  }

  /** {@code 2 (web3, web7)}; only the number where there are too many to name or all are meant. */
  String counted(List<String> hosts, int most) {
    if (order.size() == 1 && hosts.size() == 1) {
      return "";
    }
    boolean all = hosts.size() == order.size();
    return all || hosts.size() > most
        ? Integer.toString(hosts.size())
        : hosts.size() + " (" + named(hosts, most) + ")";
  }

  /** {@code web1, web2 and 8 more}. */
  String named(List<String> hosts, int most) {
    List<String> sorted = new ArrayList<>(hosts);
    sorted.sort((one, other) -> Integer.compare(place(one), place(other)));
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < sorted.size() && i < most; i++) {
      names.append(i == 0 ? "" : ", ").append(Visible.line(sorted.get(i)));
    }
    if (sorted.size() > most) {
      names.append(" and ").append(sorted.size() - most).append(" more");
    }
    return names.toString();
  }

  private int place(String host) {
    Integer place = order.get(host);
    return place == null ? Integer.MAX_VALUE : place;
  }
}
