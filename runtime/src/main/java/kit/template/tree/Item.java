package kit.template.tree;

import kit.template.python.Access;

/**
 * {@code target[key]}.
 *
 * @param target the value that has it
 * @param key a key, a position or a slice
 */
public record Item(Expr target, Expr key) implements Expr {

  @Override
  public Object value(Frame frame) {
    Object value = target.value(frame);
    Object step = key.value(frame);
    Object result = Paths.told(Access.item(value, step), value, target, step);
    return value instanceof CharSequence ? Taint.of(result, frame, value) : result;
  }
}
