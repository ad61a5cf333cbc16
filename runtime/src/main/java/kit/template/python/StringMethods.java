package kit.template.python;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The methods of text that change it, take it apart or look into it. */
final class StringMethods implements Group {
  static final String ALL =
      """
      upper s
      lower s
      casefold s
      title s
      capitalize s
      swapcase s
      strip s chars=none
      lstrip s chars=none
      rstrip s chars=none
      split s sep=none maxsplit=-1
      rsplit s sep=none maxsplit=-1
      splitlines s keepends=false
      partition s sep
      rpartition s sep
      join s iterable
      replace s old new count=-1
      startswith s prefix start=none end=none
      endswith s suffix start=none end=none
      find s sub start=none end=none
      rfind s sub start=none end=none
      index s sub start=none end=none
      rindex s sub start=none end=none
      count s sub start=none end=none
      zfill s width
      center s width fillchar=' '
      ljust s width fillchar=' '
      rjust s width fillchar=' '
      expandtabs s tabsize=8
      removeprefix s prefix
      removesuffix s suffix
      encode s encoding='utf-8' errors='strict'
      format s *args **kwargs
      format_map s mapping
      """;

  @Override
  public Object call(String name, Object[] a) {
    String s = a[0].toString();
    switch (name) {
      case "upper":
        return s.toUpperCase(Locale.ROOT);
      case "lower", "casefold":
        return name.equals("casefold") ? lower(s).replace("ß", "ss") : lower(s);
      case "title":
        return Words.title(s);
      case "capitalize":
        return Words.capitalize(s);
      case "swapcase":
        return Words.swapCase(s);
      case "strip", "lstrip", "rstrip":
        String chars = a[1] == null ? null : text(a[1]);
        return Chars.strip(s, chars, !name.equals("rstrip"), !name.equals("lstrip"));
      case "split", "rsplit":
        String sep = a[1] == null ? null : text(a[1]);
        return Splits.of(s, sep, Numbers.index(a[2]), name.equals("rsplit"));
      case "splitlines":
        return Splits.lines(s, Truth.of(a[1]));
      case "partition", "rpartition":
        return partition(s, text(a[1]), name.equals("rpartition"));
      case "join":
        return join(s, Items.of(a[1]));
      case "replace":
        return replace(s, text(a[1]), text(a[2]), Numbers.index(a[3]));
      case "startswith", "endswith":
        return affix(range(s, a), a[1], name.equals("startswith"));
      case "find", "rfind", "index", "rindex":
        return find(name, s, a);
      case "count":
        return count(range(s, a), text(a[1]));
      case "format":
        return new Braces(((Tuple) a[1]), names(a[2])).format(s);
      case "format_map":
        return new Braces(Tuple.of(), (Map<?, ?>) a[1]).format(s);
      case "encode":
        return new Bytes(s.getBytes(Bytes.charset(Text.str(a[1]))));
      case "expandtabs":
        return Words.expandTabs(s, Numbers.index(a[1]));
      case "removeprefix":
        return s.startsWith(text(a[1])) ? s.substring(text(a[1]).length()) : s;
      case "removesuffix":
        boolean ends = s.endsWith(text(a[1]));
        return ends ? s.substring(0, s.length() - text(a[1]).length()) : s;
      case "zfill":
        return zfill(s, Numbers.index(a[1]));
      default:
        return pad(name, s, Numbers.index(a[1]), text(a[2]));
    }
  }

  /** Lower case by Java's rules, except for the sigma at the end, which both know. */
  private static String lower(String s) {
    return s.toLowerCase(Locale.ROOT);
  }

  private static Map<?, ?> names(Object map) {
    return (Map<?, ?>) map;
  }

  /** The argument, which must be text. */
  static String text(Object value) {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    if (value instanceof Undefined undefined) {
      throw undefined.error();
    }
    throw new PythonError("must be str, not " + Types.name(value));
  }

  private static String range(String s, Object[] a) {
    if (a[2] == null && a[3] == null) {
      return s;
    }
    Object part = new Slice(a[2], a[3], null).of(s);
    return part.toString();
  }

  private static Tuple partition(String s, String sep, boolean last) {
    if (sep.isEmpty()) {
      throw new PythonError("empty separator");
    }
    int at = last ? s.lastIndexOf(sep) : s.indexOf(sep);
    if (at < 0) {
      return last ? Tuple.of("", "", s) : Tuple.of(s, "", "");
    }
    return Tuple.of(s.substring(0, at), sep, s.substring(at + sep.length()));
  }

  private static String join(String s, Collection<?> items) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Object item : items) {
      if (!(item instanceof CharSequence)) {
        throw new PythonError(
            "sequence item " + at + ": expected str instance, " + Types.name(item) + " found");
      }
      out.append(at == 0 ? "" : s).append(item);
      at++;
    }
    return out.toString();
  }

  /** The text with the first {@code count} occurrences replaced; all of them if it is negative. */
  static String replace(String s, String old, String with, int count) {
    if (count < 0 && !old.isEmpty()) {
      return s.replace(old, with);
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    int left = count < 0 ? Integer.MAX_VALUE : count;
    while (left > 0) {
      int at = s.indexOf(old, from + (old.isEmpty() && out.length() > 0 ? 1 : 0));
      if (at < 0 || old.isEmpty() && at == from && out.length() > 0) {
        break;
      }
      out.append(s, from, at).append(with);
      from = at + old.length();
      left--;
    }
    return out.append(s, from, s.length()).toString();
  }

  private static boolean affix(String s, Object affix, boolean start) {
    List<?> all = affix instanceof Tuple tuple ? tuple : List.of(text(affix));
    for (Object one : all) {
      if (start ? s.startsWith(text(one)) : s.endsWith(text(one))) {
        return true;
      }
    }
    return false;
  }

  private static Object find(String name, String s, Object[] a) {
    String part = range(s, a);
    boolean last = name.charAt(0) == 'r';
    int at = last ? part.lastIndexOf(text(a[1])) : part.indexOf(text(a[1]));
    if (at < 0) {
      if (name.endsWith("index")) {
        throw new PythonError("substring not found");
      }
      return -1;
    }
    int start = a[2] == null ? 0 : Numbers.index(a[2]);
    int length = Chars.length(s);
    start = start < 0 ? Math.max(0, start + length) : start;
    return start + Chars.position(part, at);
  }

  private static int count(String s, String sub) {
    if (sub.isEmpty()) {
      return Chars.length(s) + 1;
    }
    int found = 0;
    for (int at = s.indexOf(sub); at >= 0; at = s.indexOf(sub, at + sub.length())) {
      found++;
    }
    return found;
  }

  private static String zfill(String s, int width) {
    int missing = width - Chars.length(s);
    if (missing <= 0) {
      return s;
    }
    boolean signed = s.startsWith("-") || s.startsWith("+");
    return (signed ? s.substring(0, 1) : "") + "0".repeat(missing) + s.substring(signed ? 1 : 0);
  }

  private static String pad(String name, String s, int width, String fill) {
    if (Chars.length(fill) != 1) {
      throw new PythonError("The fill character must be exactly one character long");
    }
    int missing = width - Chars.length(s);
    if (missing <= 0) {
      return s;
    }
    // Where both sides cannot be equal Python decides by whether the width is odd.
    int left = missing / 2 + (missing & width & 1);
    return switch (name) {
      case "ljust" -> s + fill.repeat(missing);
      case "rjust" -> fill.repeat(missing) + s;
      default -> fill.repeat(left) + s + fill.repeat(missing - left);
    };
  }
}
