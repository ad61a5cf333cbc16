package kit.template;

import java.util.Map;
import kit.template.python.Access;
import kit.template.python.Attributes;
import kit.template.python.Callable;
import kit.template.python.Function;

/**
 * The name {@code dict}: makes dicts, also by {@code dict.fromkeys}.
 *
 * @param maker the function that makes them
 */
record DictType(Function maker) implements Callable, Attributes {

  @Override
  public Object call(Object[] positional, Map<String, Object> named) {
    return maker.call(positional, named);
  }

  @Override
  public Object attribute(String name) {
    return name.equals("fromkeys") ? Access.own(Map.of(), name) : NONE;
  }

  @Override
  public String type() {
    return "type";
  }
}
