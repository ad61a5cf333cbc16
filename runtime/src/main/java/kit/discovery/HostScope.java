package kit.discovery;

import java.util.Map;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.vars.Scope;

/**
 * The variables of one host as its source tells them, for expressions.
 *
 * @param vars values by name
 */
record HostScope(Map<String, Object> vars) implements Scope {

  @Override
  public boolean has(String name) {
    return vars.containsKey(name);
  }

  @Override
  public Object get(String name, Location where) {
    if (!vars.containsKey(name)) {
      throw new KitException(
          new Problem(
              where, "'" + name + "' is undefined", Suggestion.hint(name, vars.keySet(), "")));
    }
    return vars.get(name);
  }

  @Override
  public Set<String> names() {
    return vars.keySet();
  }
}
