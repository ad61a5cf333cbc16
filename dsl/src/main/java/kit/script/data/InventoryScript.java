package kit.script.data;

import groovy.lang.Closure;
import groovy.lang.Script;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kit.catalog.Given;
import kit.model.Location;
import kit.spi.inventory.Found;

/**
 * What an inventory in Groovy may say: {@code group}, {@code host}, {@code vars} and {@code
 * children}, between them plain Groovy.
 *
 * <pre>{@code
 * group('web') {
 *   host 'web1', address: '10.0.0.5', port: 2222
 *   vars http: 80
 *   children 'frontend'
 * }
 * (1..3).each { host "db$it", user: 'admin' }
 * docker(connection: 'docker') {
 *   keep { it.docker_state == 'running' }
 *   groupBy('role') { it.docker_labels.role }
 *   vars { [port: it.docker_labels.port ?: 80] }
 * }
 * }</pre>
 *
 * <p>Every other word with settings, with a block or with nothing asks the inventory source of that
 * name.
 */
public abstract class InventoryScript extends Script {
  private static final Map<String, String> CONNECTION =
      Map.ofEntries(
          Map.entry("address", "ansible_host"),
          Map.entry("port", "ansible_port"),
          Map.entry("user", "ansible_user"),
          Map.entry("password", "ansible_password"),
          Map.entry("key", "ansible_ssh_private_key_file"),
          Map.entry("connection", "ansible_connection"),
          Map.entry("become", "ansible_become"),
          Map.entry("becomeUser", "ansible_become_user"),
          Map.entry("becomeMethod", "ansible_become_method"),
          Map.entry("becomePassword", "ansible_become_password"));

  private final Deque<String> open = new ArrayDeque<>();
  private Sink sink;
  private String file;

  /** Receives what the script says. */
  public interface Sink {

    /** A group; {@code parent} is the group above it, empty if none was named. */
    void group(String name, String parent, Location at);

    /** A host in a group; {@code group} is empty outside of one. */
    void host(String name, String group, Map<String, Object> vars, Location at);

    /** Variables of a group. */
    void vars(String group, Map<String, Object> vars, Location at);

    /**
     * A source to ask for hosts.
     *
     * @param rules what the script makes of the hosts found
     */
    void source(String plugin, List<Given> settings, UnaryOperator<Found> rules, Location at);
  }

  final void start(Sink to, String name) {
    sink = to;
    file = name;
  }

  /** A group and what is in it. */
  public void group(CharSequence name, Closure<?> content) {
    group(name);
    open.push(name.toString());
    content.call();
    open.pop();
  }

  /** A group; inside of another group it is a child of that. */
  public void group(CharSequence name) {
    sink.group(name.toString(), open.isEmpty() ? "" : open.peek(), here());
  }

  public void host(CharSequence name) {
    host(Map.of(), name);
  }

  /** A host; connection words get their Ansible names, everything else is a variable. */
  public void host(Map<?, ?> vars, CharSequence name) {
    sink.host(name.toString(), open.isEmpty() ? "" : open.peek(), named(vars, true), here());
  }

  /** Variables of the group around, or of all hosts. */
  public void vars(Map<?, ?> vars) {
    sink.vars(open.isEmpty() ? "all" : open.peek(), named(vars, false), here());
  }

  /** Groups below the group around. */
  public void children(Object... names) {
    for (Object name : names) {
      for (Object child : name instanceof Iterable<?> many ? many : List.of(name)) {
        sink.group(child.toString(), open.isEmpty() ? "all" : open.peek(), here());
      }
    }
  }

  /** Asks an inventory source. */
  @Override
  public Object invokeMethod(String name, Object arguments) {
    Object[] given = (Object[]) arguments;
    Map<?, ?> settings = given.length > 0 && given[0] instanceof Map<?, ?> map ? map : Map.of();
    int next = given.length > 0 && given[0] instanceof Map<?, ?> ? 1 : 0;
    Closure<?> block = next < given.length && given[next] instanceof Closure<?> its ? its : null;
    if (given.length > next + (block == null ? 0 : 1)) {
      return super.invokeMethod(name, arguments);
    }
    SourceBlock source = new SourceBlock(name, file, open.isEmpty() ? "" : open.peek());
    settings.forEach((key, value) -> source.set(key.toString(), value));
    Location at = here();
    source.read(block);
    sink.source(name, source.settings(), source::applied, at);
    return null;
  }

  private static Map<String, Object> named(Map<?, ?> vars, boolean host) {
    Map<String, Object> named = new LinkedHashMap<>();
    vars.forEach(
        (key, value) -> {
          String name = key.toString();
          named.put(host ? CONNECTION.getOrDefault(name, name) : name, DataScripts.plain(value));
        });
    return named;
  }

  private Location here() {
    return DataScripts.here(file);
  }
}
