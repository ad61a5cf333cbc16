package kit.template.python;

import java.util.List;
import java.util.Map;

/** Which type of Python's a value is. */
public final class Types {

  private Types() {}

  /** What {@code type(value).__name__} gives. */
  public static String name(Object value) {
    if (value == null) {
      return "NoneType";
    }
    if (value instanceof String) {
      return "str";
    }
    if (value instanceof Boolean) {
      return "bool";
    }
    if (value instanceof Number) {
      return Numbers.isInteger(value) ? "int" : "float";
    }
    if (value instanceof Tuple) {
      return "tuple";
    }
    if (value instanceof Range) {
      return "range";
    }
    if (value instanceof List<?>) {
      return "list";
    }
    if (value instanceof Map<?, ?>) {
      return "dict";
    }
    if (value instanceof CharSequence) {
      return "Markup";
    }
    if (value instanceof View view) {
      return "dict_" + view.kind();
    }
    if (value instanceof Undefined undefined) {
      return undefined.isLenient() ? "Undefined" : "AnsibleUndefined";
    }
    if (value instanceof Attributes object) {
      return object.type();
    }
    return value instanceof Callable ? "function" : value.getClass().getSimpleName();
  }

  public static boolean isText(Object value) {
    return value instanceof CharSequence;
  }

  /** Whether it is a list and neither tuple nor range. */
  public static boolean isList(Object value) {
    return value instanceof List<?> && !(value instanceof Tuple) && !(value instanceof Range);
  }

  /** Whether {@code value} may be a key of a dict. */
  public static boolean isHashable(Object value) {
    if (value instanceof Tuple tuple) {
      for (Object item : tuple) {
        if (!isHashable(item)) {
          return false;
        }
      }
      return true;
    }
    return value instanceof Range || !(value instanceof List<?> || value instanceof Map<?, ?>);
  }

  /** How messages name an object that lacks something: {@code 'dict object'}. */
  static String object(Object value) {
    return value == null ? "'None'" : "'" + name(value) + " object'";
  }
}
