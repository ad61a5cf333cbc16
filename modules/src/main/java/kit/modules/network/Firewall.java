package kit.modules.network;

import java.util.ArrayList;
import java.util.List;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * One of the two firewalls and one of its tables.
 *
 * @param program {@code iptables} or {@code ip6tables}
 * @param table {@code filter}, {@code nat}, ...
 * @param seconds seconds to wait for the lock that another process may hold
 */
record Firewall(String program, String table, int seconds) {

  /**
   * What a question speaks of or a change touches.
   *
   * @param chain a chain; empty for the whole table
   * @param part one thing in it, for example a rule; empty for all of it
   */
  Resource part(String chain, String part) {
    String place = program + "/" + table + (chain.isEmpty() ? "" : "/" + chain);
    return new Resource("firewall", part.isEmpty() ? place : place + "/" + part.replace('/', '|'));
  }

  /** A command line: {@code act("-C", "INPUT", words)}. */
  String act(String action, String chain, List<String> more) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of(program, "-w", String.valueOf(seconds), "-t", table, action));
    if (!chain.isEmpty()) {
      words.add(chain);
    }
    words.addAll(more);
    return Sh.quote(words);
  }
}
