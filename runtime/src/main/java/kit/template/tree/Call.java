package kit.template.tree;

import kit.template.python.Callable;
import kit.template.python.PythonError;
import kit.template.python.Types;
import kit.template.python.Undefined;

/**
 * A call.
 *
 * @param target what is called
 * @param arguments with what
 * @param line where it is
 */
public record Call(Expr target, Arguments arguments, int line) implements Expr {

  @Override
  public Object value(Frame frame) {
    Object callee = target.value(frame);
    if (callee instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (!(callee instanceof Callable callable)) {
      throw new PythonError("'" + Types.name(callee) + "' object is not callable");
    }
    Object result = callable.call(arguments.values(frame), arguments.named(frame));
    frame.at(line);
    return Taint.of(result, frame, callable.self());
  }
}
