package kit.script.language;

import groovy.lang.Closure;
import java.util.Collection;
import java.util.Map;
import kit.script.value.ResultObject;
import kit.script.value.Text;

/** Values and types as messages name them, without Groovy's or Java's class names. */
public final class Shown {

  private static final int LONGEST = 40;

  private Shown() {}

  /** A value, short enough for a message. */
  public static String of(Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof CharSequence) {
      String text = Text.of(value);
      return "'" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text) + "'";
    }
    return type(value.getClass());
  }

  /** What a value of a class is called, with its article. */
  public static String type(Class<?> type) {
    if (PlaybookScript.class.isAssignableFrom(type)) {
      return "the playbook";
    }
    if (type == ResultObject.class) {
      return "a result";
    }
    if (Closure.class.isAssignableFrom(type)) {
      return "a closure";
    }
    if (Map.class.isAssignableFrom(type)) {
      return "a map";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a text";
    }
    if (Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    return type == Boolean.class ? "true or false" : "a " + type.getSimpleName();
  }
}
