package kit.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.data.Json;
import kit.data.PythonLiteral;
import kit.template.python.Attributes;
import kit.template.python.Callable;
import kit.template.python.Markup;
import kit.template.python.Range;
import kit.template.python.Text;
import kit.template.python.Tuple;
import kit.template.python.Undefined;
import kit.template.python.View;
import kit.template.tree.Attribute;
import kit.template.tree.Expr;
import kit.template.tree.Filtered;
import kit.template.tree.Item;
import kit.template.tree.Name;

/** What an expression gave, as a value of a variable. */
final class Results {

  private Results() {}

  /**
   * The value in kit's own types. As in Ansible a text that an expression made, and that reads as a
   * list, dict or truth value, is one; a text that was only looked up stays what it is.
   */
  static Object of(Object value, Expr expression) {
    Object plain = plain(value);
    boolean looked =
        expression instanceof Name || expression instanceof Attribute || expression instanceof Item;
    if (!(plain instanceof String text) || looked || isText(expression)) {
      return plain;
    }
    boolean list = text.startsWith("[") || text.startsWith("{");
    if (!list) {
      return text.equals("True") ? (Object) true : text.equals("False") ? (Object) false : text;
    }
    Object literal = PythonLiteral.of(text);
    Object json = literal == text ? Json.tryRead(text) : null;
    return json == null ? literal : json;
  }

  private static boolean isText(Expr expression) {
    if (!(expression instanceof Filtered filtered)) {
      return false;
    }
    return switch (filtered.filter().name()) {
      case "string", "to_json", "to_nice_json", "to_yaml", "to_nice_yaml" -> true;
      default -> false;
    };
  }

  private static Object plain(Object value) {
    if (value instanceof Undefined || value instanceof Markup) {
      return value.toString();
    }
    if (value instanceof View || value instanceof Range) {
      List<Object> out = new ArrayList<>();
      ((Iterable<?>) value).forEach(item -> out.add(plain(item)));
      return out;
    }
    if (value instanceof Callable || value instanceof Attributes) {
      return Text.str(value);
    }
    if (value instanceof Tuple tuple) {
      return Tuple.copyOf(list(tuple));
    }
    // What other rooms made is looked into when it is read.
    if (value instanceof ArrayList<?> list) {
      return list(list);
    }
    if (value instanceof LinkedHashMap<?, ?> map) {
      Map<Object, Object> out = new LinkedHashMap<>();
      map.forEach((key, item) -> out.put(key, plain(item)));
      return out;
    }
    return value;
  }

  private static List<Object> list(List<?> items) {
    List<Object> out = new ArrayList<>(items.size());
    for (Object item : items) {
      out.add(plain(item));
    }
    return out;
  }
}
