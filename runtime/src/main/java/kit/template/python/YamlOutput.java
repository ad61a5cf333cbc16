package kit.template.python;

import java.util.Locale;

/** Puts YAML's signs and scalars on lines, as the emitter of libyaml does. */
final class YamlOutput {
  private final StringBuilder out = new StringBuilder();
  private final int width;
  private int column;
  private boolean whitespace = true;
  private boolean indention = true;

  YamlOutput(YamlStyle style) {
    this.width = style.width();
  }

  boolean isFull() {
    return column > width;
  }

  boolean isIndented() {
    return indention;
  }

  private void put(char c) {
    out.append(c);
    // A pair of surrogates is one column.
    column += Character.isLowSurrogate(c) ? 0 : 1;
  }

  private void put(String text) {
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i));
    }
  }

  private void newline() {
    out.append('\n');
    column = 0;
  }

  private void lineBreak(char c) {
    out.append(c);
    column = 0;
  }

  void indicator(String sign, boolean blankBefore, boolean isBlank, boolean isIndention) {
    if (blankBefore && !whitespace) {
      put(' ');
    }
    put(sign);
    whitespace = isBlank;
    indention = indention && isIndention;
  }

  void indent(int indent) {
    int to = Math.max(0, indent);
    if (!indention || column > to || column == to && !whitespace) {
      newline();
    }
    while (column < to) {
      put(' ');
    }
    whitespace = true;
    indention = true;
  }

  void plain(String text, boolean breaks, int indent, boolean inFlow) {
    if (!whitespace && (!text.isEmpty() || inFlow)) {
      put(' ');
    }
    boolean spaces = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = c == ' ';
      if (blank && breaks && !spaces && isFull() && !isSpace(text, i + 1)) {
        indent(indent);
      } else {
        put(c);
      }
      indention = blank && indention;
      spaces = blank;
    }
    whitespace = false;
    indention = false;
  }

  private static boolean isSpace(String text, int at) {
    return at < text.length() && text.charAt(at) == ' ';
  }

  void singleQuoted(String text, boolean breaks, int indent) {
    indicator("'", true, false, false);
    boolean spaces = false;
    boolean broken = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        boolean inside = i > 0 && i < text.length() - 1;
        if (breaks && !spaces && isFull() && inside && !isSpace(text, i + 1)) {
          indent(indent);
        } else {
          put(c);
        }
        spaces = true;
      } else if (YamlScalar.isBreak(c)) {
        if (!broken && c == '\n') {
          newline();
        }
        lineBreak(c);
        indention = true;
        broken = true;
      } else {
        if (broken) {
          indent(indent);
        }
        put(c == '\'' ? "''" : String.valueOf(c));
        indention = false;
        spaces = false;
        broken = false;
      }
    }
    if (broken) {
      indent(indent);
    }
    indicator("'", false, false, false);
    whitespace = false;
    indention = false;
  }

  void doubleQuoted(String text, boolean breaks, int indent) {
    indicator("\"", true, false, false);
    boolean spaces = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!YamlScalar.isPrintable(c) || YamlScalar.isBreak(c) || c == '"' || c == '\\') {
        int code = text.codePointAt(i);
        escape(code);
        i += Character.charCount(code) - 1;
        spaces = false;
      } else if (c == ' ') {
        boolean inside = i > 0 && i < text.length() - 1;
        if (breaks && !spaces && isFull() && inside) {
          indent(indent);
          if (isSpace(text, i + 1)) {
            put('\\');
          }
        } else {
          put(c);
        }
        spaces = true;
      } else {
        put(c);
        spaces = false;
      }
    }
    indicator("\"", false, false, false);
    whitespace = false;
    indention = false;
  }

  private void escape(int code) {
    put('\\');
    int plain = "\0\u0007\b\t\n\u000b\f\r\u001b\"\\\u0085\u00a0\u2028\u2029".indexOf(code);
    if (plain >= 0) {
      put("0abtnvfre\"\\N_LP".charAt(plain));
      return;
    }
    int size = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
    String digits = Integer.toHexString(code).toUpperCase(Locale.ROOT);
    put(size == 2 ? 'x' : size == 4 ? 'u' : 'U');
    put("0".repeat(size - digits.length()) + digits);
  }

  /** Ends the document. */
  void end(boolean marked) {
    indent(0);
    if (marked) {
      indicator("...", true, false, false);
      indent(0);
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
