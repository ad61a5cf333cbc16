package kit.inventory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.model.Location;
import kit.model.Problem;

/**
 * Which hosts: {@code web:&prod:!web3}, {@code web*,~db\d}, {@code web[0:2]}. Terms without a mark
 * are joined, then {@code &} keeps what is also there, then {@code !} takes away.
 */
public final class HostPattern {
  private final List<PatternTerm> terms;
  private final Location where;

  private HostPattern(List<PatternTerm> terms, Location where) {
    this.terms = terms;
    this.where = where;
  }

  /** A pattern as written in one text. */
  public static HostPattern of(String text, Location where) {
    return of(List.of(text), where);
  }

  /** Several patterns, read as if they stood in one text. */
  public static HostPattern of(List<String> texts, Location where) {
    List<PatternTerm> plain = new ArrayList<>();
    List<PatternTerm> kept = new ArrayList<>();
    List<PatternTerm> removed = new ArrayList<>();
    for (String text : texts) {
      for (String part : PatternTerm.split(text)) {
        PatternTerm term = PatternTerm.of(part, where);
        switch (term.mark()) {
          case '!' -> removed.add(term);
          case '&' -> kept.add(term);
          default -> plain.add(term);
        }
      }
    }
    if (plain.isEmpty()) {
      plain.add(PatternTerm.of("all", where));
    }
    plain.addAll(kept);
    plain.addAll(removed);
    return new HostPattern(plain, where);
  }

  /** The hosts as Ansible selects them, in its order; terms that name nothing are ignored. */
  public List<String> match(Inventory inventory) {
    List<String> hosts = new ArrayList<>();
    for (PatternTerm term : terms) {
      List<String> found = term.hosts(inventory);
      switch (term.mark()) {
        case '!' -> hosts.removeAll(new LinkedHashSet<>(found));
        case '&' -> hosts.retainAll(new LinkedHashSet<>(found));
        default -> hosts.addAll(found);
      }
    }
    return new ArrayList<>(new LinkedHashSet<>(hosts));
  }

  /**
   * The same, but a plain name that is neither a host nor a group is an error.
   *
   * @throws NoHostsException with a suggestion
   */
  public List<String> select(Inventory inventory) {
    for (PatternTerm term : terms) {
      if (term.isUnknown(inventory)) {
        Set<String> names = new LinkedHashSet<>(inventory.hosts());
        for (Group group : inventory.groups()) {
          names.add(group.name());
        }
        String hint = Suggestion.hint(term.expression(), names, "kit inventory list shows them");
        String message = "no host or group is called '" + term.expression() + "'";
        throw new NoHostsException(new Problem(where, message, hint));
      }
    }
    return match(inventory);
  }
}
