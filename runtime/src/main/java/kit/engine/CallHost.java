package kit.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kit.model.Location;
import kit.model.Role;
import kit.query.Facts;
import kit.spi.Host;
import kit.spi.Kept;
import kit.spi.Query;
import kit.spi.Source;
import kit.spi.SourceTree;
import kit.spi.TemplateStyle;
import kit.spi.Unanswered;

/**
 * The host as the plan of one call sees it. What comes from the controller is captured when the
 * call is made; what comes from the host is looked up in the answers, and what was looked up is
 * noted.
 */
final class CallHost implements Host {

  private final String name;
  private final Shells.Shell shell;
  private final Shells shells;
  private final HostScope scope;
  private final Surroundings surroundings;
  private final Optional<Role> role;
  private final Map<String, Object> variables;
  private final Instant now = Instant.now();
  private final Map<Object, Object> captured = new HashMap<>();
  private final Map<Query<?>, Object> used = new LinkedHashMap<>();
  private boolean sealed;

  /**
   * @param variables those that the call brings itself
   */
  CallHost(
      String name,
      Shells shells,
      Shells.Shell shell,
      HostScope scope,
      Surroundings surroundings,
      Optional<Role> role,
      Map<String, Object> variables) {
    this.role = role;
    this.variables = variables;
    this.name = name;
    this.shell = shell;
    this.shells = shells;
    this.scope = scope;
    this.surroundings = surroundings;
  }

  Shells.Shell shell() {
    return shell;
  }

  /** The questions that the last plan asked. */
  Set<Query<?>> used() {
    return used.keySet();
  }

  Shells shells() {
    return shells;
  }

  /** Whether what the last plan was told is still what is known. */
  boolean holds() {
    for (Map.Entry<Query<?>, Object> each : used.entrySet()) {
      if (!Objects.equals(each.getValue(), shell.answers().get(each.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** Before each planning: what is asked is noted anew. */
  void begin() {
    used.clear();
  }

  /** After the first planning: variables may change from now on, so nothing more is rendered. */
  void seal() {
    sealed = true;
  }

  /** Whether the plan rests on something that an unsent change would have altered. */
  boolean doubtful() {
    for (Query<?> query : used.keySet()) {
      if (shells.pretence().doubtful(query)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String user() {
    return shell.user();
  }

  @Override
  public <A> A ask(Query<A> query) {
    askAll(query);
    @SuppressWarnings("unchecked") // the answer to a Query<A> is an A: Probe gives it
    A answer = (A) used.get(query);
    return answer;
  }

  @Override
  public void askAll(Query<?>... queries) {
    Set<Query<?>> unknown = null;
    for (Query<?> query : queries) {
      Object answer = used.get(query); // one plan sees one answer, whatever others change meanwhile
      if (answer == null) {
        answer = shell.answers().get(query);
        used.put(query, answer);
      }
      if (answer == null) {
        unknown = unknown == null ? new LinkedHashSet<>() : unknown;
        unknown.add(query);
      }
    }
    if (unknown != null) {
      throw new Unanswered(unknown);
    }
  }

  @Override
  public Map<String, Object> facts() {
    return ask(new Facts());
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public <T> T once(String key, Supplier<T> value) {
    @SuppressWarnings("unchecked") // the key belongs to one module, which stores one type
    T kept = (T) captured.get(key);
    if (kept == null) {
      kept = value.get(); // may itself capture something, so no computeIfAbsent
      captured.put(key, kept);
    }
    return kept;
  }

  @Override
  public Source source(String folder, String file) {
    return capture("source " + folder + ' ' + file, () -> surroundings.source(folder, file, role));
  }

  @Override
  public Optional<SourceTree> tree(String folder, String file, boolean follow) {
    return capture(
        "tree " + follow + ' ' + folder + ' ' + file,
        () -> surroundings.tree(folder, file, follow, role));
  }

  @Override
  public String render(Source source, Map<String, Object> more, TemplateStyle style) {
    Map<String, Object> all = new LinkedHashMap<>(variables);
    all.putAll(more);
    return capture("render " + source.path(), () -> surroundings.render(source, scope, all, style));
  }

  @Override
  public Kept kept(String path) {
    return capture("kept " + path, () -> surroundings.kept(path));
  }

  @Override
  public Optional<String> secret(String text) {
    return surroundings.secrets().in(text).map(Location::toString);
  }

  @Override
  public Optional<String> secret(byte[] content) {
    return surroundings.secrets().any()
        ? secret(new String(content, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private <T> T capture(String key, Supplier<T> value) {
    if (sealed && !captured.containsKey(key)) {
      throw new IllegalStateException(
          "a plan reads the controller before it asks the host: " + key);
    }
    return once(key, value);
  }
}
