package kit.modules.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.spi.PlanException;

/**
 * A rule of pg_hba.conf, as its chapter in PostgreSQL's manual describes it.
 *
 * @param contype local, host, hostssl, ...
 * @param databases with commas between them, or all
 * @param users likewise
 * @param address network, name, all, samehost, samenet; empty for local; perhaps with a mask
 * @param method trust, scram-sha-256, peer, ...
 * @param options of the method; may be empty
 */
record HbaRule(
    String contype, String databases, String users, String address, String method, String options) {

  static final List<String> TYPES =
      List.of("local", "host", "hostssl", "hostnossl", "hostgssenc", "hostnogssenc");

  HbaRule {
    if (!TYPES.contains(contype)) {
      throw new PlanException("contype '" + contype + "' is none", String.join(", ", TYPES));
    }
    for (String text : List.of(contype, databases, users, address, method, options)) {
      if (text.indexOf('\n') >= 0) {
        throw new PlanException("a rule has several lines", "write several rules");
      }
    }
  }

  /** The rule of a line; empty if it has none. */
  static Optional<HbaRule> of(String line) {
    List<String> words = words(line);
    boolean local = !words.isEmpty() && words.get(0).equals("local");
    if (words.size() < (local ? 4 : 5) || !TYPES.contains(words.get(0))) {
      return Optional.empty();
    }
    int at = 3;
    String address = local ? "" : words.get(at++);
    if (!local && words.size() > 5 && mask(words.get(at))) {
      address += " " + words.get(at++);
    }
    return Optional.of(
        new HbaRule(
            words.get(0),
            words.get(1),
            words.get(2),
            address,
            words.get(at),
            String.join(" ", words.subList(at + 1, words.size()))));
  }

  private static boolean mask(String word) {
    return !word.isEmpty() && (Character.isDigit(word.charAt(0)) || word.indexOf(':') >= 0);
  }

  /** Words end at blanks outside of double quotes, and all ends at a number sign. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i <= line.length(); i++) {
      char c = i < line.length() ? line.charAt(i) : ' ';
      quoted ^= c == '"';
      if (quoted || c != ' ' && c != '\t' && c != '#') {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (!quoted && c == '#') {
        break;
      }
    }
    return words;
  }

  /** Whether it is about the same connections. */
  boolean sameAs(HbaRule other) {
    return contype.equals(other.contype)
        && databases.equals(other.databases)
        && users.equals(other.users)
        && address.equals(other.address);
  }

  /** Whether it would decide on connections before the other is looked at. */
  boolean shadows(HbaRule other) {
    boolean type =
        contype.equals(other.contype) || contype.equals("host") && !other.contype.equals("local");
    return type
        && covers(databases, other.databases)
        && covers(users, other.users)
        && (address.equals(other.address) || address.equals("all") || holds(other.address));
  }

  private boolean holds(String those) {
    Optional<HbaNetwork> mine = HbaNetwork.of(address);
    Optional<HbaNetwork> its = HbaNetwork.of(those);
    return mine.isPresent() && its.isPresent() && mine.get().holds(its.get());
  }

  private static boolean covers(String these, String those) {
    return these.equals("all") || these.equals(those) || List.of(these.split(",")).contains(those);
  }

  @Override
  public String toString() {
    return (contype + " " + databases + " " + users + " " + address).stripTrailing()
        + " "
        + method
        + (options.isEmpty() ? "" : " " + options);
  }
}
