package kit.template.filters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.template.python.Access;
import kit.template.python.Callable;
import kit.template.python.Chars;
import kit.template.python.Group;
import kit.template.python.Markup;
import kit.template.python.Numbers;
import kit.template.python.Percent;
import kit.template.python.PythonError;
import kit.template.python.Splits;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Tuple;
import kit.template.python.Undefined;

/** Filters of text. */
final class TextFilters implements Group {

  @Override
  public Object call(String name, Object[] a) {
    switch (name) {
      case "upper", "lower", "capitalize":
        return method(Text.str(a[0]), name);
      case "title":
        return title(Text.str(a[0]));
      case "trim":
        return Chars.strip(Text.str(a[0]), a[1] == null ? null : Text.str(a[1]), true, true);
      case "replace":
        Object count = a[3] == null ? (Object) (-1) : a[3];
        return method(Text.str(a[0]), "replace", Text.str(a[1]), Text.str(a[2]), count);
      case "center":
        return method(Text.str(a[0]), "center", a[1]);
      case "indent":
        String by =
            Numbers.isInteger(a[1]) ? " ".repeat(Math.max(0, Numbers.index(a[1]))) : Text.str(a[1]);
        return indent(Text.str(a[0]), by, Truth.of(a[2]), Truth.of(a[3]));
      case "truncate":
        return truncate(a);
      case "wordwrap":
        return WordWrap.wrap(a);
      case "wordcount":
        return words(Text.str(a[0]));
      case "format":
        return format(Text.str(a[0]), (Tuple) a[1], (Map<?, ?>) a[2]);
      case "string":
        return a[0] instanceof Markup ? a[0] : Text.str(a[0]);
      case "split":
        Object sep = a[1] == null ? null : text(a[1]);
        return Splits.of(text(a[0]), (String) sep, Numbers.index(a[2]), false);
      case "comment":
        return Comment.of(text(a[0]), Text.str(a[1]), (Map<?, ?>) a[2]);
      default:
        return PrettyPrint.of(a[0]);
    }
  }

  /** The value, which must be text. */
  static String text(Object value) {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    if (value instanceof Undefined undefined) {
      throw undefined.error();
    }
    throw new PythonError("a text is needed, not " + kit.template.python.Types.name(value));
  }

  private static Object method(String s, String name, Object... arguments) {
    return ((Callable) Access.own(s, name)).call(arguments, Map.of());
  }

  /** Every word with a capital; words end at blanks, hyphens and opening brackets only. */
  private static String title(String s) {
    StringBuilder out = new StringBuilder(s.length());
    boolean start = true;
    for (int i = 0; i < s.length(); i++) {
      String c = s.substring(i, i + 1);
      out.append(
          start ? c.toUpperCase(java.util.Locale.ROOT) : c.toLowerCase(java.util.Locale.ROOT));
      start = "-({[<".contains(c) || Chars.isSpace(s.charAt(i));
    }
    return out.toString();
  }

  static String indent(String s, String by, boolean first, boolean blank) {
    StringBuilder out = new StringBuilder();
    List<Object> lines = Splits.lines(s + "\n", false);
    for (int i = 0; i < lines.size(); i++) {
      String line = (String) lines.get(i);
      out.append(i > 0 ? "\n" : "");
      boolean indented = i == 0 ? first : blank || !line.isEmpty();
      out.append(indented ? by : "").append(line);
    }
    return out.toString();
  }

  private static String truncate(Object[] a) {
    String s = Text.str(a[0]);
    int length = Numbers.index(a[1]);
    String end = Text.str(a[3]);
    int leeway = a[4] == null ? 5 : Numbers.index(a[4]);
    int room = length - Chars.length(end);
    if (room < 0) {
      throw new PythonError("expected length >= " + Chars.length(end) + ", got " + length);
    }
    if (Chars.length(s) <= length + leeway) {
      return s;
    }
    String cut = Chars.part(s, 0, room);
    int gap = cut.lastIndexOf(' ');
    return (Truth.of(a[2]) || gap < 0 ? cut : cut.substring(0, gap)) + end;
  }

  private static int words(String s) {
    int count = 0;
    boolean inside = false;
    for (int i = 0; i < s.length(); i++) {
      boolean word = Character.isLetterOrDigit(s.charAt(i)) || s.charAt(i) == '_';
      count += word && !inside ? 1 : 0;
      inside = word;
    }
    return count;
  }

  private static String format(String s, Tuple positional, Map<?, ?> named) {
    if (!positional.isEmpty() && !named.isEmpty()) {
      throw new PythonError("can't handle positional and keyword arguments at the same time");
    }
    return Percent.format(s, named.isEmpty() ? positional : new LinkedHashMap<>(named));
  }
}
