package kit.template.filters;

import java.util.HashMap;
import java.util.Map;
import kit.template.python.Chars;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Text;

/** Text as a comment of a configuration file. */
final class Comment {

  private Comment() {}

  static String of(String text, String style, Map<?, ?> given) {
    Map<String, Object> p = new HashMap<>();
    switch (style) {
      case "plain" -> p.put("decoration", "# ");
      case "erlang" -> p.put("decoration", "% ");
      case "c" -> p.put("decoration", "// ");
      case "cblock" -> frame(p, "/*", " * ", " */");
      case "xml" -> frame(p, "<!--", " - ", "-->");
      default -> throw new PythonError("there is no style of comments called '" + style + "'");
    }
    for (Map.Entry<?, ?> entry : given.entrySet()) {
      p.put(Text.str(entry.getKey()), entry.getValue());
    }
    String newline = part(p, "newline", "\n");
    String decoration = part(p, "decoration", "");
    String bare = Chars.strip(decoration, null, false, true);
    String prefix = part(p, "prefix", bare);
    StringBuilder out = new StringBuilder();
    if (!part(p, "beginning", "").isEmpty()) {
      out.append(part(p, "beginning", "")).append(newline);
    }
    if (!prefix.isEmpty()) {
      String line = prefix.equals(newline) ? newline : prefix + newline;
      out.append(line.repeat(Math.max(0, count(p, "prefix_count"))));
    }
    String body = decoration + text.replace(newline, newline + decoration);
    out.append(body.replace(decoration + newline, bare + newline));
    String postfix = newline + part(p, "postfix", bare);
    out.append(postfix.repeat(Math.max(0, count(p, "postfix_count"))));
    if (!part(p, "end", "").isEmpty()) {
      out.append(newline).append(part(p, "end", ""));
    }
    return out.toString();
  }

  private static void frame(Map<String, Object> p, String beginning, String line, String end) {
    p.put("beginning", beginning);
    p.put("decoration", line);
    p.put("end", end);
  }

  private static String part(Map<String, Object> p, String name, String otherwise) {
    return p.containsKey(name) ? Text.str(p.get(name)) : otherwise;
  }

  private static int count(Map<String, Object> p, String name) {
    Object count = p.getOrDefault(name, 1);
    return Numbers.index(count instanceof String text ? Numbers.parse(text, 10) : count);
  }
}
