package kit.template.python;

import java.util.Map;

/**
 * A method with the value that it belongs to.
 *
 * @param self the value
 * @param function what it does
 */
record Method(Object self, Function function) implements Callable {

  @Override
  public Object call(Object[] positional, Map<String, Object> named) {
    return function.on(self, positional, named);
  }

  @Override
  public String toString() {
    return "<built-in method " + function.name() + " of " + Types.name(self) + " object>";
  }
}
