package kit.template.tree;

import kit.template.python.Arithmetic;

/**
 * Arithmetic with two sides.
 *
 * @param operator one of {@code + - * / // % **}
 * @param left the left side
 * @param right the right side
 */
public record Binary(String operator, Expr left, Expr right) implements Expr {

  @Override
  public Object value(Frame frame) {
    Object first = left.value(frame);
    Object second = right.value(frame);
    return Taint.of(Arithmetic.apply(operator, first, second), frame, first, second);
  }
}
