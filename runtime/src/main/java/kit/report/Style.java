package kit.report;

/**
 * Colours, used sparingly.
 *
 * @param colour whether there are any
 */
public record Style(boolean colour) {

  public static final Style PLAIN = new Style(false);

  /** A terminal shows colours unless the environment says otherwise (no-color.org). */
  public static Style of(boolean terminal, String noColor, String term) {
    boolean refused = noColor != null && !noColor.isEmpty();
    return new Style(terminal && !refused && term != null && !term.equals("dumb"));
  }

  String green(String text) {
    return paint("32", text);
  }

  String yellow(String text) {
    return paint("33", text);
  }

  String red(String text) {
    return paint("31", text);
  }

  String magenta(String text) {
    return paint("35", text);
  }

  String dim(String text) {
    return paint("2", text);
  }

  String bold(String text) {
    return paint("1", text);
  }

  /** One of several colours, for telling things apart. */
  String striking(String text, int number) {
    return switch (Math.floorMod(number, 4)) {
      case 0 -> paint("36", text);
      case 1 -> green(text);
      case 2 -> magenta(text);
      default -> paint("34", text);
    };
  }

  /** How many columns a painted text takes. */
  static int width(String painted) {
    int width = 0;
    for (int i = 0; i < painted.length(); i++) {
      boolean paint = painted.charAt(i) == '\u001b' && painted.indexOf('m', i) > 0;
      i = paint ? painted.indexOf('m', i) : i;
      width += paint ? 0 : 1;
    }
    return width;
  }

  private String paint(String code, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** A line of a unified diff. */
  String diff(String line) {
    if (line.startsWith("--- ")) {
      return bold(line);
    }
    if (line.startsWith("+")) {
      return green(line);
    }
    if (line.startsWith("-")) {
      return red(line);
    }
    return line.startsWith("@@") ? dim(line) : line;
  }
}
