package kit.template;

import kit.spi.TemplateStyle;

/**
 * Carries out trim_blocks and lstrip_blocks before the engine sees the template. A trimmed line end
 * moves into its tag, so that the engine still counts lines right, which jinjava's own option does
 * not.
 */
final class Blocks {
  private final String text;
  private final TemplateStyle style;
  private final StringBuilder out;
  private int at;

  private Blocks(String text, TemplateStyle style) {
    this.text = text;
    this.style = style;
    this.out = new StringBuilder(text.length());
  }

  static String layout(String text, TemplateStyle style) {
    Blocks blocks = new Blocks(text, style);
    while (blocks.at < text.length()) {
      blocks.step();
    }
    return blocks.out.toString();
  }

  private void step() {
    if (text.startsWith("{{", at)) {
      copyTo(closing("}}", at + 2));
    } else if (text.startsWith("{%", at)) {
      tag();
    } else if (text.startsWith("{#", at)) {
      int end = text.indexOf("#}", at + 2);
      block(end < 0 ? text.length() : end + 2);
    } else {
      out.append(text.charAt(at++));
    }
  }

  private void tag() {
    int start = at;
    int end = closing("%}", at + 2);
    block(end);
    if (name(start).equals("raw")) {
      int close = text.indexOf("{%", at);
      while (close >= 0 && !name(close).equals("endraw")) {
        close = text.indexOf("{%", close + 2);
      }
      copyTo(close < 0 ? text.length() : close);
    }
  }

  /** Copies a tag or comment and what the style says of the blanks around it. */
  private void block(int end) {
    boolean complete = end - at >= 4;
    char left = complete ? text.charAt(at + 2) : ' ';
    char right = complete ? text.charAt(end - 3) : ' ';
    if (style.lstripBlocks() && left != '+') {
      stripLine();
    }
    out.append(text, at, at + 2);
    boolean keep = right == '+';
    String inside = complete ? text.substring(at + 2, end - 2) : text.substring(at + 2, end);
    inside = left == '+' && !inside.isEmpty() ? inside.substring(1) : inside;
    inside = keep && !inside.isEmpty() ? inside.substring(0, inside.length() - 1) : inside;
    boolean trim = style.trimBlocks() && complete && !keep && text.startsWith("\n", end);
    if (trim && inside.endsWith("-")) {
      inside = inside.substring(0, inside.length() - 1) + "\n-";
    } else if (trim) {
      inside += "\n";
    }
    out.append(inside).append(complete ? text.substring(end - 2, end) : "");
    at = trim ? end + 1 : end;
  }

  /** Takes back the blanks since the line began, if there is nothing else on it. */
  private void stripLine() {
    int length = out.length();
    while (length > 0 && (out.charAt(length - 1) == ' ' || out.charAt(length - 1) == '\t')) {
      length--;
    }
    if (length == 0 || out.charAt(length - 1) == '\n' && text.charAt(at - 1) != '\n') {
      out.setLength(length);
    }
  }

  private String name(int start) {
    int from = start + 2;
    while (from < text.length() && "-+ \t\n".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int to = from;
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  /** The end of what opened before, quotes left out of account. */
  private int closing(String mark, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (text.startsWith(mark, i)) {
        return i + mark.length();
      }
      if (c == '\'' || c == '"') {
        int end = i + 1;
        while (end < text.length() && text.charAt(end) != c) {
          end += text.charAt(end) == '\\' ? 2 : 1;
        }
        i = end < text.length() ? end : i;
      }
    }
    return text.length();
  }

  private void copyTo(int end) {
    out.append(text, at, end);
    at = end;
  }
}
