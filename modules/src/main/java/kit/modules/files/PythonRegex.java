package kit.modules.files;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import kit.spi.PlanException;

/**
 * A regular expression as Python's re writes it, which is what Ansible's users know, over bytes as
 * {@link kit.query.FileContent} writes them.
 */
final class PythonRegex {

  private final Pattern pattern;
  private final Map<String, Integer> names;

  private PythonRegex(Pattern pattern, Map<String, Integer> names) {
    this.pattern = pattern;
    this.names = names;
  }

  /**
   * Reads an expression.
   *
   * @param text the expression, its characters being bytes
   * @param flags further flags of {@link Pattern}
   * @param argument what to call it in an error
   */
  static PythonRegex of(String text, int flags, String argument) {
    PythonSyntax syntax = new PythonSyntax(text);
    try {
      // in Python only \n ends a line
      Pattern pattern = Pattern.compile(syntax.java(), flags | Pattern.UNIX_LINES);
      return new PythonRegex(pattern, syntax.names());
    } catch (PatternSyntaxException e) {
      throw new PlanException(
          argument + " '" + text + "' is no regular expression: " + e.getDescription(),
          "a backslash before a special character makes it plain");
    }
  }

  Matcher matcher(CharSequence text) {
    return pattern.matcher(text);
  }

  boolean multiline() {
    return (pattern.flags() & Pattern.MULTILINE) != 0;
  }

  /**
   * Fills a match into a replacement: {@code \1}, {@code \g<1>}, {@code \g<name>}, {@code \n}.
   *
   * @throws PlanException if it names a group that the expression does not have
   */
  String expand(String replacement, Matcher match) {
    StringBuilder filled = new StringBuilder();
    for (int at = 0; at < replacement.length(); at++) {
      char c = replacement.charAt(at);
      if (c != '\\' || at + 1 == replacement.length()) {
        filled.append(c);
        continue;
      }
      char next = replacement.charAt(++at);
      if (next >= '1' && next <= '9') {
        int end = at + 1;
        if (end < replacement.length() && Character.isDigit(replacement.charAt(end))) {
          end++;
        }
        filled.append(group(match, replacement.substring(at, end)));
        at = end - 1;
      } else if (next == 'g' && replacement.startsWith("<", at + 1)) {
        int end = replacement.indexOf('>', at);
        if (end < 0) {
          throw new PlanException("'" + replacement + "' has a \\g< without its >", "");
        }
        filled.append(group(match, replacement.substring(at + 2, end)));
        at = end;
      } else {
        filled.append(escaped(next));
      }
    }
    return filled.toString();
  }

  private String group(Matcher match, String name) {
    int number = number(name);
    if (number < 0 || number > match.groupCount()) {
      throw new PlanException(
          "there is no group '" + name + "' in the regular expression " + pattern, "");
    }
    String text = match.group(number);
    return text == null ? "" : text;
  }

  /** The number of a group given by name or number; -1 if there is none of the name. */
  int number(String name) {
    if (names.containsKey(name)) {
      return names.get(name);
    }
    try {
      return Integer.parseInt(name);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String escaped(char c) {
    return switch (c) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'f' -> "\f";
      case 'v' -> "\u000b";
      case 'a' -> "\u0007";
      case 'b' -> "\b";
      case '0' -> "\0";
      case '\\' -> "\\";
      default -> {
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
          throw new PlanException(
              "\\" + c + " means nothing in a replacement", "double the backslash to mean it");
        }
        yield "\\" + c;
      }
    };
  }
}
