package kit.template.python;

import java.util.Map;

/** {@code str.format}: text with fields in braces. */
final class Braces {
  private final Tuple positional;
  private final Map<?, ?> named;
  private int next;

  Braces(Tuple positional, Map<?, ?> named) {
    this.positional = positional;
    this.named = named;
  }

  String format(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if ((c == '{' || c == '}') && at + 1 < text.length() && text.charAt(at + 1) == c) {
        out.append(c);
        at += 2;
      } else if (c == '}') {
        throw new PythonError("Single '}' encountered in format string");
      } else if (c == '{') {
        int end = end(text, at + 1);
        out.append(field(text.substring(at + 1, end)));
        at = end + 1;
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private static int end(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new PythonError(
        from == text.length()
            ? "Single '{' encountered in format string"
            : "expected '}' before end of string");
  }

  private String field(String field) {
    int colon = field.indexOf(':');
    String name = colon < 0 ? field : field.substring(0, colon);
    String spec = colon < 0 ? "" : field.substring(colon + 1);
    int mark = name.indexOf('!');
    String conversion = mark < 0 ? "" : name.substring(mark + 1);
    Object value = value(mark < 0 ? name : name.substring(0, mark));
    switch (conversion) {
      case "":
        break;
      case "s":
        value = Text.str(value);
        break;
      case "r", "a":
        value = Text.repr(value);
        break;
      default:
        throw new PythonError("Unknown conversion specifier '" + conversion + "'");
    }
    return Spec.format(value, spec.indexOf('{') < 0 ? spec : format(spec));
  }

  private Object value(String path) {
    int at = 0;
    while (at < path.length() && path.charAt(at) != '.' && path.charAt(at) != '[') {
      at++;
    }
    Object value = first(path.substring(0, at));
    while (at < path.length()) {
      boolean dot = path.charAt(at) == '.';
      int end = dot ? at + 1 : path.indexOf(']', at);
      while (dot && end < path.length() && ".[".indexOf(path.charAt(end)) < 0) {
        end++;
      }
      if (end < 0) {
        throw new PythonError("Missing ']' in format string");
      }
      String step = path.substring(at + 1, end);
      Object found = dot ? Access.own(value, step) : Access.direct(value, key(step));
      if (found == Attributes.NONE) {
        throw new PythonError(Types.object(value) + " has no attribute '" + step + "'");
      }
      value = found;
      at = dot ? end : end + 1;
    }
    return value;
  }

  private static Object key(String text) {
    Object number = Numbers.parse(text, 10);
    return number == null ? text : number;
  }

  private Object first(String name) {
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
      int at = name.isEmpty() ? next++ : Integer.parseInt(name);
      if (at >= positional.size()) {
        throw new PythonError(
            "Replacement index " + at + " out of range for positional args tuple");
      }
      return positional.get(at);
    }
    if (!named.containsKey(name)) {
      throw new PythonError("KeyError: '" + name + "'");
    }
    return named.get(name);
  }
}
