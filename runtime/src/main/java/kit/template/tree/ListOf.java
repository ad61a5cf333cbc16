package kit.template.tree;

import java.util.ArrayList;
import java.util.List;
import kit.template.python.Tuple;

/**
 * A list or a tuple.
 *
 * @param items its items
 * @param tuple whether it is a tuple
 */
public record ListOf(Expr[] items, boolean tuple) implements Expr {

  @Override
  public Object value(Frame frame) {
    Object[] values = new Object[items.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = items[i].value(frame);
    }
    if (tuple) {
      return Tuple.of(values);
    }
    List<Object> list = new ArrayList<>(values.length);
    for (Object value : values) {
      list.add(value);
    }
    return list;
  }
}
