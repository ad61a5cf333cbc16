package kit.template.python;

import java.util.Map;

/** What a template may call: functions, methods, macros. */
public interface Callable {

  /** Calls it with positional and named arguments. */
  Object call(Object[] positional, Map<String, Object> named);

  /** What it belongs to; null if it is no method. */
  default Object self() {
    return null;
  }
}
