package kit.template;

import java.util.ArrayList;
import java.util.List;
import kit.model.Location;
import kit.vars.Scope;

/**
 * A template that only puts values into text: {@code {{ a.b[0] }}} and nothing else. Most are, and
 * they need no engine.
 */
final class Substitution {
  private final List<Object> parts;

  private Substitution(List<Object> parts) {
    this.parts = parts;
  }

  /** The template, or null if it says more than this class understands. */
  static Substitution parse(String text, Location start) {
    List<Object> parts = new ArrayList<>();
    int line = start.line();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line += c == '\n' ? 1 : 0;
      if (c != '{' || i + 1 == text.length()) {
        continue;
      }
      char next = text.charAt(i + 1);
      if (next == '%' || next == '#') {
        return null;
      }
      if (next == '{') {
        int end = text.indexOf("}}", i);
        String inside = end < 0 ? "" : text.substring(i + 2, end);
        ValuePath path = ValuePath.parse(inside, new Location(start.file(), line, 0));
        if (path == null) {
          return null;
        }
        if (i > from) {
          parts.add(text.substring(from, i));
        }
        parts.add(path);
        line += inside.split("\n", -1).length - 1;
        from = end + 2;
        i = end + 1;
      }
    }
    if (from < text.length()) {
      parts.add(text.substring(from));
    }
    return new Substitution(parts);
  }

  /** The text with its values; what is nothing prints nothing. */
  String text(Scope scope) {
    StringBuilder out = new StringBuilder();
    for (Object part : parts) {
      Object value = part instanceof ValuePath path ? path.in(scope) : part;
      out.append(value == null ? "" : PythonText.of(value));
    }
    return out.toString();
  }

  /** Whether this is one value with nothing around it. */
  boolean isSingle() {
    return parts.size() == 1 && parts.get(0) instanceof ValuePath;
  }

  /** The value itself, in its own type. */
  Object value(Scope scope) {
    return ((ValuePath) parts.get(0)).in(scope);
  }
}
