package kit.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What many hosts answered, told once for all that answered the same. */
public final class SameAnswers {

  /** So many hosts are named on a line, the others are counted. */
  private static final int NAMED = 5;

  private final Map<String, List<String>> answers = new LinkedHashMap<>();
  private final Set<String> answered = new HashSet<>();

  /**
   * Hosts that answered the same.
   *
   * @param hosts their names, in the order in which they were added
   * @param lines what each of them answered
   */
  public record Group(List<String> hosts, List<String> lines) {
    public Group {
      hosts = List.copyOf(hosts);
      lines = List.copyOf(lines);
    }

    /**
     * The hosts in few words: {@code web1, web2}, or how many there are.
     *
     * @param of how many hosts were asked; if these are all of them, many are only counted
     */
    public String named(int of) {
      if (hosts.size() == of && of > 2) {
        return Excerpt.count(of, "host");
      }
      StringBuilder names = new StringBuilder();
      for (int i = 0; i < hosts.size() && i < NAMED; i++) {
        names.append(i == 0 ? "" : ", ").append(Visible.line(hosts.get(i)));
      }
      return hosts.size() <= NAMED
          ? names.toString()
          : Excerpt.count(hosts.size(), "host")
              + " ("
              + names
              + " and "
              + (hosts.size() - NAMED)
              + " more)";
    }
  }

  public SameAnswers() {}

  /**
   * @param order the hosts in the order in which they are told
   */
  public SameAnswers(Collection<String> order) {
    order.forEach(host -> answers.put(host, List.of()));
  }

  /** Takes what a host answered; a host that answers again goes on with its answer. */
  public void add(String host, List<String> lines) {
    List<String> all = new ArrayList<>(answers.getOrDefault(host, List.of()));
    all.addAll(lines);
    answers.put(host, all);
    answered.add(host);
  }

  /** How many hosts have answered. */
  public int hosts() {
    return answered.size();
  }

  /** The groups, that of the most hosts first; equal ones in the order of their first hosts. */
  public List<Group> groups() {
    Map<List<String>, List<String>> same = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> answer : answers.entrySet()) {
      if (answered.contains(answer.getKey())) {
        same.computeIfAbsent(answer.getValue(), any -> new ArrayList<>()).add(answer.getKey());
      }
    }
    List<Group> groups = new ArrayList<>();
    for (Map.Entry<List<String>, List<String>> each : same.entrySet()) {
      groups.add(new Group(each.getValue(), each.getKey()));
    }
    groups.sort((one, other) -> Integer.compare(other.hosts().size(), one.hosts().size()));
    return groups;
  }
}
