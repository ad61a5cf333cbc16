package kit.script.prompt;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.model.Location;
import kit.script.value.Strict;
import kit.script.value.StrictMap;

/** Hosts as a value of an interactive session: {@code web = hosts('web & !w3')}. */
public final class HostSet extends AbstractList<Object> implements Strict {

  private static final List<String> FIELDS = List.of("names", "facts", "vars", "groups");

  private final List<String> names;
  private final PromptNames session;

  public HostSet(List<String> names, PromptNames session) {
    this.names = List.copyOf(names);
    this.session = session;
  }

  public List<String> names() {
    return names;
  }

  @Override
  public String label() {
    return "hosts(...)";
  }

  @Override
  public Object get(int index) {
    return new HostView(names.get(index), session);
  }

  @Override
  public int size() {
    return names.size();
  }

  @Override
  public Object getProperty(String field) {
    Object value = optional(field);
    if (value == null) {
      throw Strict.unknown(label(), field, FIELDS);
    }
    return value;
  }

  @Override
  public void setProperty(String name, Object value) {
    throw Strict.assigned(label(), name);
  }

  @Override
  public Object optional(String field) {
    Map<String, Object> values = new LinkedHashMap<>();
    switch (field) {
      case "names" -> {
        return names;
      }
      case "facts" ->
          session
              .facts(names)
              .forEach(
                  (host, facts) ->
                      values.put(host, new StrictMap("facts", facts, session.secrets())));
      case "vars" -> {
        for (String name : names) {
          Map<String, Object> vars = session.vars(name, Location.NONE);
          values.put(name, new StrictMap("vars of " + name, vars, session.secrets()));
        }
      }
      case "groups" -> names.forEach(name -> values.put(name, session.groups(name)));
      default -> {
        return null;
      }
    }
    return new HostValues(values);
  }

  /** {@code web + db}. */
  public HostSet plus(HostSet others) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(others.names);
    return new HostSet(List.copyOf(all), session);
  }

  /** {@code web - db}. */
  public HostSet minus(HostSet others) {
    List<String> rest = new ArrayList<>(names);
    rest.removeAll(others.names);
    return new HostSet(rest, session);
  }

  /** {@code web & prod}. */
  public HostSet and(HostSet others) {
    List<String> both = new ArrayList<>(names);
    both.retainAll(others.names);
    return new HostSet(both, session);
  }
}
