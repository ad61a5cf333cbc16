package kit.template.tree;

import kit.template.python.Function;
import kit.template.python.Truth;

/**
 * {@code value is test(arguments)}.
 *
 * @param target the value
 * @param test the test
 * @param arguments its arguments
 * @param negated whether it reads {@code is not}
 * @param line where it is
 */
public record Tested(Expr target, Function test, Arguments arguments, boolean negated, int line)
    implements Expr {

  @Override
  public Object value(Frame frame) {
    Object value = target.value(frame);
    Object[] positional = arguments.values(frame);
    frame.at(line);
    Object result = test.on(value, positional, arguments.named(frame));
    return negated ? (Object) !Truth.of(result) : result;
  }
}
