package kit.template.tree;

import kit.template.python.Truth;

/**
 * {@code and} or {@code or}; the value is that of the side that decided.
 *
 * @param and whether it is {@code and}
 * @param left the side that is looked at first
 * @param right the side that is looked at if the first does not decide
 */
public record Logic(boolean and, Expr left, Expr right) implements Expr {

  @Override
  public Object value(Frame frame) {
    Object first = left.value(frame);
    return Truth.of(first) == and ? right.value(frame) : first;
  }
}
