package kit.script.value;

import groovy.lang.Closure;
import groovy.lang.GString;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;

/**
 * Text of values as Groovy would print them. Groovy's own way walks the whole JDK image on its
 * first call, about 65 ms of a cold start, so nothing here uses it.
 */
public final class Text {

  private Text() {}

  public static String of(Object value) {
    if (value instanceof String text) {
      return text;
    }
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  public static void write(Object value, StringBuilder to) {
    if (value instanceof GString string) {
      join(string, to);
    } else if (value instanceof Map<?, ?> map) {
      map(map, to);
    } else if (value instanceof Collection<?> items) {
      list(items, to);
    } else if (value instanceof Closure<?> closure) {
      lazy(closure, to);
    } else {
      to.append(value);
    }
  }

  private static void join(GString string, StringBuilder to) {
    String[] texts = string.getStrings();
    Object[] values = string.getValues();
    for (int i = 0; i < texts.length; i++) {
      to.append(texts[i]);
      if (i < values.length) {
        write(values[i], to);
      }
    }
  }

  /** A value that is itself a closure: {@code "${-> x}"}. */
  private static void lazy(Closure<?> closure, StringBuilder to) {
    if (closure.getMaximumNumberOfParameters() == 0) {
      write(closure.call(), to);
    } else {
      StringWriter writer = new StringWriter();
      closure.call(writer);
      to.append(writer);
    }
  }

  private static void list(Collection<?> items, StringBuilder to) {
    to.append('[');
    String gap = "";
    for (Object item : items) {
      to.append(gap);
      write(item, to);
      gap = ", ";
    }
    to.append(']');
  }

  private static void map(Map<?, ?> map, StringBuilder to) {
    to.append('[');
    String gap = map.isEmpty() ? ":" : "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      to.append(gap);
      write(entry.getKey(), to);
      to.append(':');
      write(entry.getValue(), to);
      gap = ", ";
    }
    if (map.isEmpty()) {
      to.append(gap);
    }
    to.append(']');
  }
}
