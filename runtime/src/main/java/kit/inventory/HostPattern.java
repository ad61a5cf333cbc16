package kit.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.model.Location;
import kit.model.Problem;

/**
 * Which hosts: {@code web:&prod:!web3}, {@code web*,~db\d}, {@code web[0:2]}. Terms without a mark
 * are joined, then {@code &} keeps what is also there, then {@code !} takes away. On the command
 * line a term may be an expression in braces, {@code web:&{port > 80}}.
 */
public final class HostPattern {
  private final List<PatternTerm> terms;
  private final Location where;
  private final HostFilter filter;

  private HostPattern(List<PatternTerm> terms, Location where, HostFilter filter) {
    this.terms = terms;
    this.where = where;
    this.filter = filter;
  }

  /** Whether a PATTERN of the command line is an expression or holds one. */
  public static boolean holdsExpression(String text) {
    if (Expression.isWhole(text)) {
      return true;
    }
    for (String part : PatternTerm.split(text)) {
      if (PatternTerm.of(part, Limit.PATTERN).code()) {
        return true;
      }
    }
    return false;
  }

  /** A pattern as written in one text. */
  public static HostPattern of(String text, Location where) {
    return of(List.of(text), where);
  }

  /** Several patterns, read as if they stood in one text. */
  public static HostPattern of(List<String> texts, Location where) {
    for (String text : texts) {
      if (Expression.isWhole(text)) {
        return whole(text, where, HostFilter.NONE); // says what else could be done
      }
    }
    return of(texts, where, HostFilter.NONE);
  }

  /**
   * A pattern of the command line, or a text that as a whole is an expression.
   *
   * @param filter judges the expressions
   */
  public static HostPattern of(String text, Location where, HostFilter filter) {
    return Expression.isWhole(text) ? whole(text, where, filter) : of(List.of(text), where, filter);
  }

  private static HostPattern whole(String text, Location where, HostFilter filter) {
    Location begin = where.line() == 0 ? new Location(file(where), 1, 1) : where;
    return new HostPattern(List.of(PatternTerm.whole(text, begin)), where, filter);
  }

  /** Several of the command line; none of them is an expression as a whole. */
  static HostPattern of(List<String> texts, Location where, HostFilter filter) {
    List<PatternTerm> plain = new ArrayList<>();
    List<PatternTerm> kept = new ArrayList<>();
    List<PatternTerm> removed = new ArrayList<>();
    for (String text : texts) {
      for (String part : PatternTerm.split(text)) {
        PatternTerm term = PatternTerm.of(part, place(part, text, where));
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
    return new HostPattern(plain, where, filter);
  }

  /** Where an expression begins; of other terms it is enough to know where the pattern stands. */
  private static Location place(String part, String text, Location where) {
    int brace = part.indexOf('{');
    boolean code = brace == 0 || brace == 1 && (part.charAt(0) == '&' || part.charAt(0) == '!');
    return code && where.line() == 0
        ? new Location(file(where), 1, text.indexOf(part) + brace + 2)
        : where;
  }

  private static String file(Location where) {
    return where.file().isEmpty() ? "pattern" : where.file();
  }

  /** The hosts as Ansible selects them, in its order; terms that name nothing are ignored. */
  public List<String> match(Inventory inventory) {
    return match(inventory, inventory.hosts());
  }

  /**
   * The same; of other hosts than these it does not matter whether expressions hold.
   *
   * @param among the hosts that matter
   */
  List<String> match(Inventory inventory, Collection<String> among) {
    Set<String> hosts = new LinkedHashSet<>();
    for (PatternTerm term : terms) {
      Collection<String> judged = term.mark() == ' ' ? among : both(hosts, among, term);
      List<String> found =
          term.code()
              ? filter.holding(term.expression(), term.where(), judged)
              : term.hosts(inventory);
      switch (term.mark()) {
        case '!' -> found.forEach(hosts::remove);
        case '&' -> hosts.retainAll(new HashSet<>(found));
        default -> hosts.addAll(found);
      }
    }
    return new ArrayList<>(hosts);
  }

  private static Collection<String> both(
      Set<String> hosts, Collection<String> among, PatternTerm term) {
    if (!term.code()) {
      return hosts;
    }
    Set<String> both = new LinkedHashSet<>(hosts);
    both.retainAll(new LinkedHashSet<>(among));
    return both;
  }

  /**
   * The same, but a plain name that is neither a host nor a group is an error.
   *
   * @throws NoHostsException with a suggestion
   */
  public List<String> select(Inventory inventory) {
    return select(inventory, inventory.hosts());
  }

  List<String> select(Inventory inventory, Collection<String> among) {
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
    return match(inventory, among);
  }
}
