package kit.template.tree;

import kit.template.python.Compare;

/**
 * A chain of comparisons: {@code a < b <= c}.
 *
 * @param first the leftmost value
 * @param operators the operators
 * @param others a value for each operator
 */
public record Comparison(Expr first, String[] operators, Expr[] others) implements Expr {

  @Override
  public Object value(Frame frame) {
    Object left = first.value(frame);
    for (int i = 0; i < operators.length; i++) {
      Object right = others[i].value(frame);
      if (!Compare.holds(operators[i], left, right)) {
        return false;
      }
      left = right;
    }
    return true;
  }
}
