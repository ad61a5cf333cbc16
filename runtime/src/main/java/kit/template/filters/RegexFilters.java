package kit.template.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import kit.template.python.Group;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Regex;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Tuple;

/** Filters with regular expressions. */
final class RegexFilters implements Group {

  @Override
  public Object call(String name, Object[] a) {
    String text = Text.str(a[0]);
    switch (name) {
      case "regex_replace":
        return Regex.of(a[1], Truth.of(a[3]), Truth.of(a[4])).replace(text, TextFilters.text(a[2]));
      case "regex_findall":
        return Regex.of(a[1], Truth.of(a[3]), Truth.of(a[2])).findAll(text);
      case "regex_search":
        return search(text, a[1], (Tuple) a[2], (Map<?, ?>) a[3]);
      default:
        return escape(text, Text.str(a[1]));
    }
  }

  private static Object search(String text, Object pattern, Tuple wanted, Map<?, ?> options) {
    List<Object> groups = new ArrayList<>();
    for (Object one : wanted) {
      String group = TextFilters.text(one);
      if (group.startsWith("\\g<") && group.indexOf('>') > 0) {
        groups.add(group.substring(3, group.indexOf('>')));
      } else if (group.startsWith("\\") && Numbers.parse(group.substring(1), 10) != null) {
        groups.add(Numbers.parse(group.substring(1), 10));
      } else {
        throw new PythonError("Unknown argument");
      }
    }
    boolean ignoreCase = Truth.of(options.get("ignorecase"));
    Regex regex = Regex.of(pattern, ignoreCase, Truth.of(options.get("multiline")));
    Matcher match = regex.search(text);
    if (match == null || groups.isEmpty()) {
      return match == null ? null : match.group();
    }
    List<Object> out = new ArrayList<>();
    for (Object group : groups) {
      out.add(match.group(regex.group(group)));
    }
    return out;
  }

  private static String escape(String text, String kind) {
    switch (kind) {
      case "python":
        return Regex.escape(text);
      case "posix_basic":
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
          char c = text.charAt(i);
          out.append("].[^$*\\".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return out.toString();
      case "posix_extended":
        throw new PythonError("Regex type (posix_extended) not yet implemented");
      default:
        throw new PythonError("Invalid regex type (" + kind + ")");
    }
  }
}
