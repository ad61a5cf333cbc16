package kit.template.tree;

import java.util.Map;
import kit.template.python.Callable;
import kit.template.python.PythonError;
import kit.template.python.Types;
import kit.template.python.Undefined;

/**
 * {@code call(...) macro(...)}: a call that hands a block over as {@code caller}.
 *
 * @param call the call
 * @param caller the block
 */
public record CallBlock(Call call, MacroBody caller) implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    frame.at(call.line());
    Object callee = call.target().value(frame);
    if (callee instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (!(callee instanceof Callable callable)) {
      throw new PythonError("'" + Types.name(callee) + "' object is not callable");
    }
    Map<String, Object> named = new java.util.LinkedHashMap<>(call.arguments().named(frame));
    named.put("caller", new Macro(caller, frame));
    out.value(callable.call(call.arguments().values(frame), named));
  }

  @Override
  public boolean declares() {
    return false;
  }
}
