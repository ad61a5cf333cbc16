package kit.script.value;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.model.Secrets;

/**
 * A map as bodies see it: read-only in all depths, {@code map.wrong} is an error, {@code
 * map.get('x')}, {@code map['x']} and {@code map?.x} are null where there is nothing.
 */
public final class StrictMap extends AbstractMap<Object, Object> implements Strict {

  private final String label;
  private final Map<?, ?> values;
  private final Secrets secrets;

  public StrictMap(String label, Map<?, ?> values, Secrets secrets) {
    this.secrets = secrets;
    this.label = label;
    this.values = values;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Object getProperty(String name) {
    if (!values.containsKey(name)) {
      throw Strict.unknown(label, name, names());
    }
    return get(name);
  }

  @Override
  public void setProperty(String name, Object value) {
    throw Strict.assigned(label(), name);
  }

  @Override
  public Object optional(String name) {
    return get(name);
  }

  @Override
  public Object get(Object key) {
    return Live.of(label + "." + key, values.get(key), secrets);
  }

  /** {@code map['x']}. */
  public Object getAt(String key) {
    return get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return values.containsKey(key);
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    Map<Object, Object> live = new LinkedHashMap<>();
    for (Object key : values.keySet()) {
      live.put(key, get(key));
    }
    return Collections.unmodifiableMap(live).entrySet();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (Object key : values.keySet()) {
      names.add(String.valueOf(key));
    }
    return names;
  }
}
