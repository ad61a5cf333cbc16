package kit.script.prompt;

import java.util.AbstractList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.script.value.Strict;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * What several hosts have to say, one value each. A field of it is that field of every value:
 * {@code web.facts.os.name}.
 */
public final class HostValues extends AbstractList<Object> implements Strict {

  private final Map<String, Object> values;

  /**
   * @param values by host, in the order of the hosts
   */
  public HostValues(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The values by host. */
  public Map<String, Object> byHost() {
    return values;
  }

  @Override
  public String label() {
    return "values of hosts";
  }

  @Override
  public Object get(int index) {
    return List.copyOf(values.entrySet()).get(index).getValue();
  }

  @Override
  public int size() {
    return values.size();
  }

  /** {@code values['web1']}. */
  public Object getAt(String host) {
    if (!values.containsKey(host)) {
      throw Strict.unknown(label(), host, values.keySet());
    }
    return values.get(host);
  }

  @Override
  public Object getProperty(String name) {
    return name.equals("hosts") ? List.copyOf(values.keySet()) : each(name, false);
  }

  @Override
  public Object optional(String name) {
    return each(name, true);
  }

  @Override
  public void setProperty(String name, Object value) {
    throw Strict.assigned(label(), name);
  }

  private HostValues each(String name, boolean optional) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Map.Entry<String, Object> value : values.entrySet()) {
      Object of = value.getValue();
      Object field =
          optional && of instanceof Strict strict
              ? strict.optional(name)
              : of == null ? null : InvokerHelper.getProperty(of, name);
      fields.put(value.getKey(), field);
    }
    return new HostValues(fields);
  }
}
