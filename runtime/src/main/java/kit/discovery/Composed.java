package kit.discovery;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kit.model.Location;
import kit.vars.Scope;

/**
 * The variables of a host, and over them what has been composed of them.
 *
 * @param below the variables
 * @param over what wins
 */
record Composed(Scope below, Map<String, Object> over) implements Scope {

  @Override
  public boolean has(String name) {
    return over.containsKey(name) || below.has(name);
  }

  @Override
  public Object get(String name, Location where) {
    return over.containsKey(name) ? over.get(name) : below.get(name, where);
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>(below.names());
    names.addAll(over.keySet());
    return names;
  }
}
