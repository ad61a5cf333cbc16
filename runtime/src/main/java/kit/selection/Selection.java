package kit.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import kit.catalog.ModuleCatalog;
import kit.inventory.HostFilter;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.query.AnsibleFacts;
import kit.query.Facts;
import kit.script.query.HostExpression;
import kit.script.query.QueryHost;
import kit.target.Unreachable;
import kit.vars.Variables;
import kit.vault.VaultException;

/**
 * What expressions come to for hosts. Only hosts for which an expression reads facts are asked for
 * them, all at once and each of them once.
 */
public final class Selection implements HostFilter {

  private final Variables variables;
  private final ModuleCatalog catalog;
  private final FactSource source;
  private final Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Map<String, Boolean>> judged = new LinkedHashMap<>();

  public Selection(Variables variables, ModuleCatalog catalog, FactSource source) {
    this.variables = variables;
    this.catalog = catalog;
    this.source = source;
  }

  /** Compiles an expression; see {@link HostExpression#of}. */
  public HostExpression compile(String text, Location begin) {
    return HostExpression.of(text, begin, catalog);
  }

  /**
   * Judged once for each host, however often it is asked, so that a run goes on with the hosts that
   * it began with.
   */
  @Override
  public synchronized List<String> holding(String text, Location begin, Collection<String> hosts) {
    Map<String, Boolean> known = judged.computeIfAbsent(text, its -> new LinkedHashMap<>());
    Set<String> open = new LinkedHashSet<>(hosts);
    open.removeAll(known.keySet());
    if (!open.isEmpty()) {
      known.putAll(holds(compile(text, begin), open));
    }
    List<String> holding = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    for (String host : hosts) {
      Boolean holds = known.get(host);
      if (holds == null) {
        silent.add(host);
      } else if (holds) {
        holding.add(host);
      }
    }
    if (!silent.isEmpty()) {
      throw new Unreachable(
          "whether the limit leaves " + String.join(", ", silent) + " cannot be known",
          "leave it out before facts are read: name != '" + silent.get(0) + "' && " + text.strip(),
          false);
    }
    return holding;
  }

  /** For which hosts an expression holds; those that could not be asked for facts are missing. */
  public Map<String, Boolean> holds(HostExpression expression, Collection<String> hosts) {
    return each(expression, hosts, expression::holds);
  }

  /** The values of an expression; hosts that could not be asked for facts are missing. */
  public Map<String, Object> values(HostExpression expression, Collection<String> hosts) {
    return each(expression, hosts, expression::value);
  }

  private <T> Map<String, T> each(
      HostExpression expression, Collection<String> hosts, Function<QueryHost, T> result) {
    refuseUnknown(expression);
    Map<String, T> results = new LinkedHashMap<>();
    List<String> waiting = new ArrayList<>();
    for (String host : hosts) {
      try {
        results.put(host, of(host, result));
      } catch (FactsNeeded e) {
        results.put(host, null); // keeps its place
        waiting.add(host);
      }
    }
    ask(waiting);
    for (String host : waiting) {
      if (facts.containsKey(host)) {
        results.put(host, of(host, result));
      } else {
        results.remove(host);
      }
    }
    List<Problem> nowhere = expression.nowhere();
    if (!nowhere.isEmpty()) {
      throw new KitException(nowhere);
    }
    return results;
  }

  private void ask(List<String> hosts) {
    List<String> open = new ArrayList<>(hosts);
    open.removeAll(asked);
    if (!open.isEmpty()) {
      facts.putAll(source.ask(open));
      asked.addAll(open);
    }
  }

  private <T> T of(String host, Function<QueryHost, T> result) {
    try {
      return result.apply(new SelectedHost(host, variables, facts.get(host)));
    } catch (VaultException e) {
      throw e; // it has an exit code of its own
    } catch (KitException e) {
      List<Problem> problems = new ArrayList<>();
      for (Problem each : e.problems()) {
        String message = host + ": " + each.message();
        problems.add(new Problem(each.location(), message, each.hint(), each.kind()));
      }
      throw new KitException(problems);
    }
  }

  /** A name that some hosts do not have is nothing for them; one that none has is a mistake. */
  private void refuseUnknown(HostExpression expression) {
    Set<String> wrong = new TreeSet<>(expression.reads());
    for (String host : variables.inventory().hosts()) {
      if (wrong.isEmpty()) {
        return;
      }
      wrong.removeIf(variables.host(host)::has);
    }
    wrong.removeAll(variables.declaredNames());
    wrong.removeIf(Variables::isReserved);
    wrong.remove("ansible_facts");
    wrong.removeAll(AnsibleFacts.of(Facts.nothing()).keySet());
    if (!wrong.isEmpty()) {
      Set<String> known = new TreeSet<>(variables.declaredNames());
      for (String host : variables.inventory().hosts()) {
        known.addAll(variables.host(host).names());
      }
      expression.refuse(wrong, known);
    }
  }
}
