package kit.template.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import kit.template.python.Access;

/**
 * A dict.
 *
 * @param keys its keys
 * @param values a value for each key
 */
public record DictOf(Expr[] keys, Expr[] values) implements Expr {

  @Override
  public Object value(Frame frame) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keys.length; i++) {
      map.put(Access.key(keys[i].value(frame)), values[i].value(frame));
    }
    return map;
  }
}
