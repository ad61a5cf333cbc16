package kit.vars;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;
import kit.model.Location;

/** A scope as a map whose values are made when they are read. */
final class ScopeMap extends AbstractMap<String, Object> {
  private final Scope scope;

  ScopeMap(Scope scope) {
    this.scope = scope;
  }

  @Override
  public boolean containsKey(Object key) {
    return key instanceof String name && scope.has(name);
  }

  @Override
  public Object get(Object key) {
    return containsKey(key) ? scope.get((String) key, Location.NONE) : null;
  }

  @Override
  public Set<String> keySet() {
    return scope.names();
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Set<String> names = scope.names();
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, Object>> iterator() {
        Iterator<String> each = names.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return each.hasNext();
          }

          @Override
          public Entry<String, Object> next() {
            String name = each.next();
            return new SimpleImmutableEntry<>(name, scope.get(name, Location.NONE));
          }
        };
      }

      @Override
      public int size() {
        return names.size();
      }
    };
  }
}
