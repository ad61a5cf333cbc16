package kit.template.tree;

import kit.template.python.Truth;
import kit.template.python.Undefined;

/**
 * {@code a if test else b}.
 *
 * @param test what decides
 * @param then the value if it holds
 * @param otherwise the value if it does not; null if there is none
 */
public record Conditional(Expr test, Expr then, Expr otherwise) implements Expr {

  @Override
  public Object value(Frame frame) {
    if (Truth.of(test.value(frame))) {
      return then.value(frame);
    }
    return otherwise == null
        ? Undefined.lenient("the inline if-expression is false and has no else")
        : otherwise.value(frame);
  }
}
