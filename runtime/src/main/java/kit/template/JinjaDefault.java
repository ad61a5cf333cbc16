package kit.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.util.ObjectTruthValue;
import java.util.Map;

/**
 * {@code default}, which keeps the type of the other value; jinjava's makes it text.
 *
 * @param name {@code default} or {@code d}
 */
record JinjaDefault(String name) implements Filter {

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Object filter(
      Object value, JinjavaInterpreter interpreter, Object[] args, Map<String, Object> named) {
    Object other = args.length > 0 ? args[0] : named.getOrDefault("default_value", "");
    Object flag = args.length > 1 ? args[1] : named.get("boolean");
    boolean truth = ObjectTruthValue.evaluate(flag);
    boolean missing = value == null || truth && !ObjectTruthValue.evaluate(value);
    return missing ? (other == null ? JinjaNone.VALUE : other) : value;
  }

  @Override
  public Object filter(Object value, JinjavaInterpreter interpreter, String... args) {
    return filter(value, interpreter, (Object[]) args, Map.of());
  }
}
