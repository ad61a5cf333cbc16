package kit.vars;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code hostvars}: the variables of every host, as other hosts see them. */
final class OtherHosts extends AbstractMap<String, Object> {
  private final Variables all;
  private final Resolution reader;

  OtherHosts(Variables all, Resolution reader) {
    this.all = all;
    this.reader = reader;
  }

  @Override
  public boolean containsKey(Object key) {
    return key instanceof String name && all.inventory().host(name).isPresent();
  }

  @Override
  public Object get(Object key) {
    return containsKey(key) ? of((String) key) : null;
  }

  private Object of(String name) {
    return new ScopeMap(Resolution.of(all.host(name), reader));
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Map<String, Object> views = new LinkedHashMap<>();
    for (String name : all.inventory().hosts()) {
      views.put(name, of(name));
    }
    return views.entrySet();
  }
}
