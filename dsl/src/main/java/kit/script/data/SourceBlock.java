package kit.script.data;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.catalog.Given;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.spi.inventory.Found;
import kit.spi.inventory.FoundHost;
import kit.spi.inventory.GroupName;

/**
 * What an inventory in Groovy says of a source: settings, and closures that keep hosts, put them
 * into groups and give them variables. In a closure {@code it} is a host that was found.
 */
final class SourceBlock extends GroovyObjectSupport {
  private final String source;
  private final String file;
  private final String group;
  private final List<Given> settings = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();

  /** What is made of a host; null to leave it out. */
  private interface Rule {
    FoundHost of(FoundHost host, FoundHostObject it);
  }

  /**
   * @param group the group that all hosts are in; empty for none
   */
  SourceBlock(String source, String file, String group) {
    this.source = source;
    this.file = file;
    this.group = group;
  }

  void read(Closure<?> block) {
    if (block != null) {
      block.setDelegate(this);
      block.setResolveStrategy(Closure.DELEGATE_FIRST);
      block.call();
    }
  }

  List<Given> settings() {
    return settings;
  }

  void set(String name, Object value) {
    settings.add(Given.named(name, DataScripts.plain(value), DataScripts.here(file)));
  }

  /** Keeps only the hosts for which the closure is true. */
  public void keep(Closure<?> condition) {
    Location at = DataScripts.here(file);
    rules.add((host, it) -> truth(call(condition, it, at)) ? host : null);
  }

  /** Puts each host into the group of this name, or of each of these names; none for null. */
  public void groupBy(Closure<?> value) {
    groupBy("", value);
  }

  /** The same, with a name that begins with the prefix and {@code _}. */
  public void groupBy(CharSequence prefix, Closure<?> value) {
    Location at = DataScripts.here(file);
    rules.add((host, it) -> host.in(groups(prefix.toString(), call(value, it, at))));
  }

  /** Gives each host the variables of the map that the closure makes. */
  public void vars(Closure<?> vars) {
    Location at = DataScripts.here(file);
    rules.add((host, it) -> host.with(map(call(vars, it, at), at)));
  }

  /** Every other word with one value is a setting. */
  @Override
  public Object invokeMethod(String name, Object arguments) {
    Object[] given = (Object[]) arguments;
    if (given.length != 1 || given[0] instanceof Closure<?>) {
      throw new KitException(
          new Problem(
              DataScripts.here(file),
              "'" + name + "' is not known here",
              "a block of " + source + " knows keep, groupBy, vars and settings with a value"));
    }
    set(name, given[0]);
    return null;
  }

  /** What the rules make of an answer. */
  Found applied(Found found) {
    if (rules.isEmpty() && group.isEmpty()) {
      return found;
    }
    Set<String> names = new LinkedHashSet<>();
    found.hosts().forEach(host -> names.addAll(host.vars().keySet()));
    List<FoundHost> hosts = new ArrayList<>();
    for (FoundHost host : found.hosts()) {
      FoundHost made = group.isEmpty() ? host : host.in(List.of(group));
      for (Rule rule : rules) {
        made = made == null ? null : rule.of(made, new FoundHostObject(made, names));
      }
      if (made != null) {
        hosts.add(made);
      }
    }
    return new Found(hosts, found.warnings());
  }

  private Object call(Closure<?> closure, FoundHostObject it, Location at) {
    try {
      return DataScripts.plain(closure.call(it));
    } catch (KitException e) {
      Problem told = e.problems().get(0);
      throw new KitException(new Problem(place(e, at), told.message(), told.hint()));
    } catch (RuntimeException e) {
      String message = "for " + it.host().name() + ": " + e.getMessage();
      throw new KitException(new Problem(place(e, at), message, "?. reads what may be missing"));
    }
  }

  private Location place(RuntimeException e, Location otherwise) {
    Location place = DataScripts.place(file, e);
    return place.line() > 0 ? place : otherwise;
  }

  private static boolean truth(Object value) {
    return value instanceof Boolean truth ? truth : value != null;
  }

  private static List<String> groups(String prefix, Object value) {
    List<String> names = new ArrayList<>();
    for (Object each : value instanceof List<?> many ? many : java.util.Arrays.asList(value)) {
      String text = each == null ? "" : each.toString();
      if (!text.isEmpty()) {
        names.add(GroupName.of(prefix.isEmpty() ? text : prefix + "_" + text));
      }
    }
    return names;
  }

  private Map<String, Object> map(Object value, Location at) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new KitException(
          new Problem(at, "vars wants a map", "vars { [port: it.docker_labels.port] }"));
    }
    Map<String, Object> vars = new LinkedHashMap<>();
    map.forEach((key, each) -> vars.put(key.toString(), each));
    return vars;
  }
}
