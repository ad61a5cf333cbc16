package kit.script.language;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.script.value.Frozen;
import kit.script.value.Text;

/**
 * A verb or module as it was called.
 *
 * @param name the word as written
 * @param location where
 * @param named arguments with names, all text as Strings
 * @param positional arguments without, all text as Strings; without the block
 * @param block the closure among the positional arguments; null if there is none
 */
public record Call(
    String name,
    Location location,
    Map<String, Object> named,
    List<Object> positional,
    Closure<?> block) {

  /** A map that is the only argument counts as named arguments. */
  static Call of(String name, Location location, Map<?, ?> named, List<?> positional) {
    Map<String, Object> names = new LinkedHashMap<>();
    List<Object> values = new ArrayList<>(positional.size());
    Closure<?> block = null;
    for (Object value : positional) {
      if (value instanceof Closure<?> closure) {
        block = closure;
      } else {
        values.add(Frozen.of(value));
      }
    }
    if (named != null) {
      put(named, names);
    } else if (values.size() == 1 && values.get(0) instanceof Map<?, ?> only) {
      values.clear();
      put(only, names);
    }
    return new Call(name, location, names, values, block);
  }

  private static void put(Map<?, ?> from, Map<String, Object> to) {
    for (Map.Entry<?, ?> entry : from.entrySet()) {
      to.put(Text.of(entry.getKey()), Frozen.of(entry.getValue()));
    }
  }

  /** The positional arguments as texts, lists flattened. */
  public List<String> texts() {
    return Wanted.texts(positional, name, location);
  }

  public KitException problem(String message, String hint) {
    return new KitException(new Problem(location, message, hint));
  }
}
