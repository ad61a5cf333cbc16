package kit.template.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression of Python's. */
public final class Regex {
  private final Pattern pattern;
  private final Map<String, Integer> names;

  private Regex(Pattern pattern, Map<String, Integer> names) {
    this.pattern = pattern;
    this.names = names;
  }

  public static Regex of(Object pattern, boolean ignoreCase, boolean multiline) {
    if (!(pattern instanceof CharSequence text)) {
      if (pattern instanceof Undefined undefined) {
        throw undefined.error();
      }
      throw new PythonError("first argument must be string or compiled pattern");
    }
    Map<String, Integer> names = new HashMap<>();
    String java = new RegexSyntax(text.toString(), names).translate();
    int flags = Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS;
    flags |= ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    flags |= multiline ? Pattern.MULTILINE : 0;
    try {
      return new Regex(Pattern.compile(java, flags), names);
    } catch (PatternSyntaxException e) {
      throw new PythonError("the pattern is wrong: " + e.getDescription() + " in " + text);
    }
  }

  public boolean matches(String text, String kind) {
    Matcher matcher = pattern.matcher(text);
    return switch (kind) {
      case "match" -> matcher.lookingAt();
      case "fullmatch" -> matcher.matches();
      default -> matcher.find();
    };
  }

  /** The first match, to be asked for its groups; null if there is none. */
  public Matcher search(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher : null;
  }

  /** The number of a group that was named by number or name. */
  public int group(Object group) {
    int count = pattern.matcher("").groupCount();
    Integer number =
        group instanceof CharSequence name
            ? names.get(name.toString())
            : (Integer) Numbers.index(group);
    if (number == null && group instanceof CharSequence name) {
      Object parsed = Numbers.parse(name.toString(), 10);
      number = parsed instanceof Integer small ? small : null;
    }
    if (number == null || number > count) {
      throw new PythonError("no such group: " + group);
    }
    return number;
  }

  /** Every match: its text, its only group, or its groups. */
  public List<Object> findAll(String text) {
    Matcher matcher = pattern.matcher(text);
    List<Object> out = new ArrayList<>();
    while (matcher.find()) {
      int count = matcher.groupCount();
      if (count < 2) {
        String group = matcher.group(count);
        out.add(group == null ? "" : group);
        continue;
      }
      Object[] groups = new Object[count];
      for (int i = 1; i <= count; i++) {
        groups[i - 1] = matcher.group(i) == null ? "" : matcher.group(i);
      }
      out.add(Tuple.of(groups));
    }
    return out;
  }

  /** The text with every match replaced; groups are written {@code \1} and {@code \g<name>}. */
  public String replace(String text, String with) {
    Matcher matcher = pattern.matcher(text);
    Object[] parts = parts(with, matcher.groupCount());
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      out.append(text, from, matcher.start());
      for (Object part : parts) {
        String piece = part instanceof Integer group ? matcher.group(group) : (String) part;
        out.append(piece == null ? "" : piece);
      }
      from = matcher.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  /** Texts and numbers of groups. */
  private Object[] parts(String with, int groups) {
    if (with.indexOf('\\') < 0) {
      return new Object[] {with};
    }
    List<Object> out = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < with.length()) {
      char c = with.charAt(at++);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      if (at == with.length()) {
        throw new PythonError("bad escape (end of pattern) at position " + (at - 1));
      }
      char e = with.charAt(at++);
      int plain = "\\abfnrtv".indexOf(e);
      if (plain >= 0) {
        text.append("\\\u0007\b\f\n\r\t\u000b".charAt(plain));
      } else if (e == 'g' || e >= '1' && e <= '9') {
        int end = e == 'g' ? with.indexOf('>', at) : digits(with, at);
        if (end < 0 || e == 'g' && with.charAt(at) != '<') {
          throw new PythonError("missing < or > in a group reference at position " + at);
        }
        String name = e == 'g' ? with.substring(at + 1, end) : with.substring(at - 1, end);
        out.add(text.toString());
        text.setLength(0);
        out.add(reference(name, groups, at - 1));
        at = e == 'g' ? end + 1 : end;
      } else if (e == '0') {
        int end = at;
        while (end < with.length()
            && end < at + 2
            && with.charAt(end) >= '0'
            && with.charAt(end) <= '7') {
          end++;
        }
        text.append((char) Integer.parseInt(with.substring(at - 1, end), 8));
        at = end;
      } else if (Character.isLetterOrDigit(e) && e < 128) {
        throw new PythonError("bad escape \\" + e + " at position " + (at - 2));
      } else {
        text.append('\\').append(e);
      }
    }
    out.add(text.toString());
    return out.toArray();
  }

  private static int digits(String with, int at) {
    return at < with.length() && Character.isDigit(with.charAt(at)) ? at + 1 : at;
  }

  private Integer reference(String name, int groups, int position) {
    Integer number = names.get(name);
    if (number == null && Numbers.parse(name, 10) instanceof Integer parsed) {
      number = parsed;
    }
    if (number == null || number < 0 || number > groups) {
      throw new PythonError("invalid group reference " + name + " at position " + position);
    }
    return number;
  }

  /** The text with every character escaped that means something in a pattern. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append("()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f".indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return out.toString();
  }
}
