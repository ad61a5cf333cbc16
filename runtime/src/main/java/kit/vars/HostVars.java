package kit.vars;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import kit.data.Setting;
import kit.inventory.InventoryHost;
import kit.model.Location;
import kit.model.PerHost;

/**
 * The variables of one host. Written by the host's own thread only; other threads may read it
 * through {@link #published()}.
 */
public final class HostVars implements Scope {
  private final Variables all;
  private volatile InventoryHost host;
  private volatile List<Declared> declared;
  private volatile PlayScope play = PlayScope.NONE;
  private volatile Map<String, Setting> runtime = Map.of();
  private final Map<String, Setting> included = new ConcurrentHashMap<>();
  private final Deque<Optional<Lexical>> left = new ArrayDeque<>();
  private Lexical lexical;
  private FactNames facts = FactNames.NONE;
  private volatile FactNames gathered = FactNames.NONE;
  private volatile Function<PerHost, Object> computing;

  HostVars(Variables all, InventoryHost host) {
    this.all = all;
    this.host = host;
  }

  @Override
  public boolean has(String name) {
    return captured().has(name);
  }

  public Object get(String name) {
    return get(name, Location.NONE);
  }

  @Override
  public Object get(String name, Location where) {
    return captured().get(name, where);
  }

  @Override
  public Set<String> names() {
    return captured().names();
  }

  /** Where the value that a name has was written; empty if it has none. */
  public Optional<Location> origin(String name) {
    List<Candidate> found = candidates(name, lexical);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0).setting().location());
  }

  /** Every value written for a name, the one that counts first; values as written. */
  public List<Candidate> candidates(String name) {
    return candidates(name, lexical);
  }

  /** What a value written for a name would come to if it counted. */
  public Object value(String name, Candidate candidate) {
    return Resolution.own(this, lexical, facts)
        .value(name, candidate, candidate.setting().location());
  }

  /** Whether kit itself sets a name, so that nobody else can. */
  public static boolean isMagic(String name) {
    return Magic.NAMES.contains(name);
  }

  /** These variables with the blocks, roles and tasks of now, for use after they have ended. */
  public Scope captured() {
    return Resolution.own(this, lexical, facts);
  }

  /**
   * These variables as they are outside of plays: for expressions that choose hosts.
   *
   * @param source asked when facts are read
   */
  public Scope outside(Supplier<Map<String, Object>> source) {
    return Resolution.own(this, null, new FactNames(source));
  }

  /** Where the facts of the host come from while a play runs on it. */
  public void facts(Supplier<Map<String, Object>> source) {
    facts = new FactNames(source);
  }

  /** The facts of the host are known from now on, to other hosts too. */
  public void gathered(Map<String, Object> known) {
    gathered = new FactNames(() -> known);
  }

  /** The facts that other hosts may read. */
  FactNames gathered() {
    return gathered;
  }

  /** These variables as other hosts see them: without blocks, roles and tasks. */
  public Map<String, Object> published() {
    return new ScopeMap(Resolution.of(this, null));
  }

  /** What inventory and files declare, as written; for listings. */
  public Map<String, Setting> declared() {
    Map<String, Setting> merged = new LinkedHashMap<>();
    for (Declared part : declarations()) {
      merged.putAll(part.vars());
    }
    return merged;
  }

  /** Says how values are computed that a playbook gives as code; on the host's own thread only. */
  public void computing(Function<PerHost, Object> way) {
    computing = way;
  }

  Function<PerHost, Object> computing() {
    return computing;
  }

  /** The inventory says something else of this host from now on. */
  void declaredBy(InventoryHost grown) {
    host = grown;
    declared = null;
  }

  /** Begins a play; what was set in the run stays. */
  public void enter(PlayScope scope) {
    play = scope;
    included.clear();
  }

  /** Sets a name for the rest of the run, as setFact and register do. The value is data. */
  public void set(String name, Object value, Location where) {
    Magic.refuse(name, where);
    Map<String, Setting> next = new LinkedHashMap<>(runtime);
    next.put(name, new Setting(value, where));
    runtime = Collections.unmodifiableMap(next);
  }

  /** Opens a scope with data of this run, which is never rendered. */
  public void push(Map<String, ?> names, Location where) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    for (Map.Entry<String, ?> entry : names.entrySet()) {
      settings.put(entry.getKey(), new Setting(entry.getValue(), where));
    }
    Magic.refuse(settings);
    lexical = new Lexical(settings, true, Layer.LEXICAL, "", lexical);
  }

  /** Opens the scopes of a role. */
  public void enter(RoleScope role) {
    left.push(Optional.ofNullable(lexical));
    lexical = role.over(lexical);
  }

  /** Leaves what was opened last by entering a role or going outside. */
  public void leave() {
    lexical = left.pop().orElse(null);
  }

  /** Leaves all scopes for a while. */
  public void outside() {
    left.push(Optional.ofNullable(lexical));
    lexical = null;
  }

  /** Sets names for the rest of the play, over those of the play itself. */
  public void include(Map<String, Setting> names) {
    included.putAll(names);
  }

  /** Closes the scope opened last. */
  public void pop() {
    lexical = lexical.outer();
  }

  Variables all() {
    return all;
  }

  String name() {
    return host.name();
  }

  Object magic(String name) {
    return all.magic().of(name, host, play);
  }

  Candidate find(String name, Lexical around) {
    List<Candidate> found = candidates(name, around);
    return found.isEmpty() ? null : found.get(0);
  }

  Set<String> names(Lexical around) {
    Set<String> names = new LinkedHashSet<>(Magic.NAMES);
    names.addAll(all.extra().keySet());
    for (Lexical at = around; at != null; at = at.outer()) {
      names.addAll(at.names().keySet());
    }
    names.addAll(runtime.keySet());
    names.addAll(included.keySet());
    names.addAll(play.vars().keySet());
    for (Declared part : declarations()) {
      names.addAll(part.vars().keySet());
    }
    return names;
  }

  List<Candidate> candidates(String name, Lexical around) {
    List<Candidate> found = new ArrayList<>(4);
    add(found, Layer.EXTRA, all.extra(), name, false);
    Lexical.find(around, name, false, found);
    add(found, Layer.RUNTIME, runtime, name, true);
    add(found, Layer.PLAY, included, name, false);
    add(found, Layer.PLAY, play.vars(), name, false);
    List<Declared> parts = declarations();
    for (int i = parts.size() - 1; i >= 0; i--) {
      Setting setting = parts.get(i).vars().get(name);
      if (setting != null) {
        found.add(new Candidate(parts.get(i).layer(), parts.get(i).group(), setting, false));
      }
    }
    Lexical.find(around, name, true, found);
    if (found.size() > 1 && found.get(0).layer() == Layer.GROUPS) {
      Siblings.warn(name, found, all);
    }
    return found;
  }

  private static void add(
      List<Candidate> found, Layer layer, Map<String, Setting> from, String name, boolean data) {
    Setting setting = from.get(name);
    if (setting != null) {
      found.add(new Candidate(layer, "", setting, data));
    }
  }

  private List<Declared> declarations() {
    List<Declared> known = declared;
    if (known == null) {
      known = all.declared(host);
      declared = known;
    }
    return known;
  }
}
