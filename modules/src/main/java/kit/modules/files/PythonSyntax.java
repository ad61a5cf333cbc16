package kit.modules.files;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Translates the syntax of Python's re into java.util.regex's where they differ: named groups,
 * {@code \Z}, literal braces, brackets and ampersands in classes.
 */
final class PythonSyntax {

  private final String text;
  private final StringBuilder java = new StringBuilder();
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private int groups;
  private int at;

  PythonSyntax(String text) {
    this.text = text;
    while (at < text.length()) {
      step();
    }
  }

  String java() {
    return java.toString();
  }

  /** Numbers of the named groups: Java's own names may hold no underscore. */
  Map<String, Integer> names() {
    return names;
  }

  private void step() {
    char c = text.charAt(at);
    switch (c) {
      case '\\' -> escape();
      case '[' -> brackets();
      case '(' -> parenthesis();
      case '{' -> brace();
      default -> {
        java.append(c);
        at++;
      }
    }
  }

  private void escape() {
    boolean end = text.startsWith("\\Z", at);
    java.append(end ? "\\z" : text.substring(at, Math.min(at + 2, text.length())));
    at += 2;
  }

  private void parenthesis() {
    if (text.startsWith("(?P<", at) && text.indexOf('>', at) > 0) {
      int end = text.indexOf('>', at);
      names.put(text.substring(at + 4, end), ++groups);
      java.append('(');
      at = end + 1;
    } else if (text.startsWith("(?P=", at) && text.indexOf(')', at) > 0) {
      int end = text.indexOf(')', at);
      java.append("(?:\\").append(names.getOrDefault(text.substring(at + 4, end), 0)).append(')');
      at = end + 1;
    } else {
      if (!text.startsWith("(?", at)) {
        groups++;
      }
      java.append('(');
      at++;
    }
  }

  /** A brace that begins no repetition is itself. */
  private void brace() {
    int end = at + 1;
    while (end < text.length()
        && (Character.isDigit(text.charAt(end)) || text.charAt(end) == ',')) {
      end++;
    }
    String inside = text.substring(at + 1, end);
    int comma = inside.indexOf(',');
    boolean repetition =
        end < text.length()
            && text.charAt(end) == '}'
            && !inside.isEmpty()
            && comma == inside.lastIndexOf(',');
    if (!repetition) {
      java.append("\\{");
      at++;
    } else {
      java.append('{').append(comma == 0 ? "0" : "").append(inside).append('}');
      at = end + 1;
    }
  }

  /** A class: Java gives [ and && in it a meaning that Python does not. */
  private void brackets() {
    java.append('[');
    at++;
    if (at < text.length() && text.charAt(at) == '^') {
      java.append('^');
      at++;
    }
    boolean first = true;
    while (at < text.length() && (first || text.charAt(at) != ']')) {
      char c = text.charAt(at);
      if (c == '\\') {
        java.append(text, at, Math.min(at + 2, text.length()));
        at += 2;
      } else {
        java.append("[]&".indexOf(c) >= 0 ? "\\" : "").append(c);
        at++;
      }
      first = false;
    }
    if (at < text.length()) {
      java.append(']');
      at++;
    }
  }
}
