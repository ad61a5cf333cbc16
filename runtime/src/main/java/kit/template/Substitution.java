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
        line += (int) inside.chars().filter(n -> n == '\n').count();
        from = end + 2;
        i = end + 1;
      }
    }
    if (from < text.length()) {
      parts.add(text.substring(from));
    }
    return new Substitution(parts);
  }

  /** The text with its values. */
  String text(Scope scope) {
    StringBuilder out = new StringBuilder();
    for (Object part : parts) {
      out.append(part instanceof ValuePath path ? PythonText.of(path.in(scope)) : part);
    }
    return out.toString();
  }

  /** The value itself if there is nothing around it. */
  Object value(Scope scope) {
    boolean single = parts.size() == 1 && parts.get(0) instanceof ValuePath;
    return single ? ((ValuePath) parts.get(0)).in(scope) : text(scope);
  }
}
