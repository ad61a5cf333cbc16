package kit.template.tree;

import kit.template.python.Arithmetic;
import kit.template.python.Truth;

/**
 * An operator in front of a value.
 *
 * @param operator {@code +}, {@code -} or {@code not}
 * @param target the value
 */
public record Unary(String operator, Expr target) implements Expr {

  @Override
  public Object value(Frame frame) {
    Object value = target.value(frame);
    return switch (operator) {
      case "-" -> Arithmetic.negate(value);
      case "+" -> Arithmetic.plus(value);
      default -> !Truth.of(value);
    };
  }
}
