package kit.template.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import kit.template.python.Attributes;
import kit.template.python.Callable;
import kit.template.python.PythonError;
import kit.template.python.Tuple;
import kit.template.python.Undefined;

/**
 * A macro with the names that it sees.
 *
 * @param code what it is made of
 * @param outer where it was defined
 */
record Macro(MacroBody code, Frame outer) implements Callable, Attributes {

  @Override
  public Object call(Object[] positional, Map<String, Object> named) {
    Frame frame = new Frame(outer);
    Map<String, Object> left = named.isEmpty() ? named : new LinkedHashMap<>(named);
    String[] names = code.parameters();
    int first = names.length - code.defaults().length;
    for (int i = 0; i < names.length; i++) {
      Object value;
      if (i < positional.length) {
        value = positional[i];
        if (left.containsKey(names[i])) {
          throw new PythonError(
              "macro '" + code.name() + "' got two values for '" + names[i] + "'");
        }
      } else if (left.containsKey(names[i])) {
        value = left.remove(names[i]);
      } else if (i >= first) {
        value = code.defaults()[i - first].value(frame);
      } else {
        value = Undefined.of("parameter '" + names[i] + "' was not provided");
      }
      frame.set(names[i], value);
    }
    rest(positional, left, frame);
    return text(frame);
  }

  private void rest(Object[] positional, Map<String, Object> left, Frame frame) {
    if (code.takesCaller()) {
      frame.set(
          "caller",
          left.containsKey("caller") ? left.remove("caller") : Undefined.of("No caller defined"));
    }
    int count = code.parameters().length;
    if (code.takesNamed()) {
      frame.set("kwargs", left);
    } else if (!left.isEmpty()) {
      throw new PythonError(
          "macro '"
              + code.name()
              + "' takes no keyword argument '"
              + left.keySet().iterator().next()
              + "'");
    }
    if (code.takesRest()) {
      Object[] tail = new Object[Math.max(0, positional.length - count)];
      System.arraycopy(positional, positional.length - tail.length, tail, 0, tail.length);
      frame.set("varargs", Tuple.of(tail));
    } else if (positional.length > count) {
      throw new PythonError(
          "macro '" + code.name() + "' takes not more than " + count + " argument(s)");
    }
  }

  private String text(Frame frame) {
    Render render = frame.render();
    Template before = render.template();
    render.deeper();
    String out = Stmt.text(code.body(), frame);
    render.up();
    render.enter(before);
    return out;
  }

  @Override
  public Object attribute(String name) {
    return switch (name) {
      case "name" -> code.name();
      case "arguments" -> Tuple.of((Object[]) code.parameters());
      case "catch_kwargs" -> code.takesNamed();
      case "catch_varargs" -> code.takesRest();
      case "caller" -> code.takesCaller();
      default -> NONE;
    };
  }

  @Override
  public String type() {
    return "jinja2.runtime.Macro";
  }

  @Override
  public String toString() {
    return "<Macro '" + code.name() + "'>";
  }
}
