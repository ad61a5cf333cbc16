package kit.repl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import kit.inventory.HostPattern;
import kit.inventory.Inventory;
import kit.model.Become;
import kit.model.Location;
import kit.model.Secrets;
import kit.report.PromptReport;
import kit.script.prompt.HostResult;
import kit.script.prompt.HostSet;
import kit.script.prompt.HostValues;
import kit.script.prompt.PromptNames;

/** The names of a session: its variables, its hosts and what its last lines gave. */
final class Names implements PromptNames {

  static final String LAST = "_";
  static final String RESULTS = "results";

  private final Stage stage;
  private final HostCalls calls;
  private final Supplier<Optional<Become>> become;
  private final Map<String, Object> values = new TreeMap<>();

  Names(Stage stage, HostCalls calls, Supplier<Optional<Become>> become) {
    this.stage = stage;
    this.calls = calls;
    this.become = become;
    values.put(LAST, null);
    values.put(RESULTS, List.of());
  }

  void set(String name, Object value) {
    values.put(name, value);
  }

  void results(List<HostResult> results) {
    values.put(RESULTS, List.copyOf(results));
  }

  @Override
  public Set<String> names() {
    return values.keySet();
  }

  @Override
  public Object value(String name) {
    return values.get(name);
  }

  /** Those of some names that are the session's, as one host sees them. */
  Map<String, Object> of(String host, Set<String> wanted) {
    Map<String, Object> its = new LinkedHashMap<>();
    for (String name : wanted) {
      if (values.containsKey(name)) {
        Object value = values.get(name);
        boolean each = value instanceof HostValues all && all.byHost().containsKey(host);
        its.put(name, each ? ((HostValues) value).byHost().get(host) : value);
      }
    }
    return its;
  }

  /** Whether a host or group is called so. */
  boolean inventoried(String name) {
    Inventory inventory = stage.variables().inventory();
    return inventory.hosts().contains(name) || inventory.group(name).isPresent();
  }

  /** The hosts that a pattern chooses. */
  HostSet choose(String pattern) {
    return new HostSet(hosts(List.of(pattern), Location.NONE), this);
  }

  @Override
  public List<String> hosts(List<String> patterns, Location where) {
    List<String> terms = new ArrayList<>();
    patterns.forEach(each -> terms.addAll(PatternWords.terms(each)));
    return HostPattern.of(terms, where).select(stage.variables().inventory());
  }

  @Override
  public Map<String, Map<String, Object>> facts(List<String> hosts) {
    HostCalls.Told told = calls.run(hosts, become.get(), true, session -> session.facts());
    Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
    told.values().forEach((host, its) -> facts.put(host, map(its)));
    PromptReport report = new PromptReport(stage.out(), stage.style(), false, false, hosts);
    told.events().forEach(report::on);
    report.show();
    return facts;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object facts) {
    return (Map<String, Object>) facts;
  }

  @Override
  public Map<String, Object> vars(String host, Location where) {
    return stage.project().variablesOf(host, where);
  }

  @Override
  public List<String> groups(String host) {
    return stage.variables().inventory().groupNames(host);
  }

  @Override
  public void print(String text) {
    stage.out().line(text);
  }

  @Override
  public Secrets secrets() {
    return stage.project().secrets();
  }
}
