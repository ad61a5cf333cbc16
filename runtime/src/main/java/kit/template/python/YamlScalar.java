package kit.template.python;

import java.util.regex.Pattern;
import kit.data.YamlText;

/** What a text allows when it is written as a YAML scalar; the rules are those of libyaml. */
final class YamlScalar {
  private static final String BREAKS = "\r\n\u0085\u2028\u2029";

  final boolean multiline;
  final boolean flowPlain;
  final boolean blockPlain;
  final boolean singleQuoted;

  YamlScalar(String text) {
    boolean block = text.startsWith("---") || text.startsWith("...");
    boolean flow = block;
    boolean breaks = false;
    boolean special = false;
    boolean breakThenSpace = false;
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blankNext = i + 1 == text.length() || isBlank(text.charAt(i + 1));
      if (i == 0 && "#,[]{}&*!|>'\"%@`".indexOf(c) >= 0) {
        flow = true;
        block = true;
      } else if (c == ':' || i == 0 && (c == '?' || c == '-' && blankNext)) {
        flow = true;
        block = block || blankNext;
      } else if (i > 0 && ",?[]{}".indexOf(c) >= 0) {
        flow = true;
      } else if (c == '#' && isBlank(before)) {
        flow = true;
        block = true;
      }
      breaks = breaks || isBreak(c);
      special = special || !isPrintable(c) || isBreak(c) && before == ' ' && i > 0;
      breakThenSpace = breakThenSpace || c == ' ' && i > 0 && isBreak(before);
      before = c;
    }
    boolean edges = !text.isEmpty() && (isEdge(text.charAt(0)) || isEdge(before));
    boolean plain = !edges && !breakThenSpace && !special && !breaks;
    multiline = breaks;
    flowPlain = plain && !flow && !text.isEmpty();
    blockPlain = plain && !block;
    singleQuoted = !breakThenSpace && !special;
  }

  private static boolean isEdge(char c) {
    return c == ' ' || isBreak(c);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == 0 || isBreak(c);
  }

  static boolean isBreak(char c) {
    return BREAKS.indexOf(c) >= 0;
  }

  static boolean isPrintable(char c) {
    return c == '\n'
        || c >= ' ' && c <= '~'
        || c >= 0xa0 && c <= 0xd7ff
        || c >= 0xe000 && c <= 0xfffd && c != 0xfeff;
  }

  // Loaded when a text begins like a date.
  private static final class Dates {
    static final Pattern PATTERN =
        Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d|\\d{4}-\\d\\d?-\\d\\d?(?:[Tt]|[ \\t]+)\\d\\d?:\\d\\d:\\d\\d"
                + "(?:\\.\\d*)?(?:[ \\t]*(?:Z|[-+]\\d\\d?(?::\\d\\d)?))?");
  }

  /** Whether the text would be read as something else if it were written without quotes. */
  static boolean readsOtherwise(String text) {
    boolean date = text.length() > 7 && text.charAt(4) == '-' && Character.isDigit(text.charAt(0));
    return text.equals("=")
        || !YamlText.isPlainText(text)
        || date && Dates.PATTERN.matcher(text).matches();
  }
}
