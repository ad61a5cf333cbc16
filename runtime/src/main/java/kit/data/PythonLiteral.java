package kit.data;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of INI inventories, typed by the rules of Python's {@code ast.literal_eval}: what is not a
 * literal is text.
 */
public final class PythonLiteral {
  private final String text;
  private int at;

  private PythonLiteral(String text) {
    this.text = text;
  }

  /** The value of the text; the text itself if it is no Python literal. */
  public static Object of(String text) {
    if (text.isEmpty() || !canStart(text.charAt(0))) {
      return text;
    }
    try {
      PythonLiteral literal = new PythonLiteral(text);
      Object value = literal.tuple(false);
      return literal.at == text.length() || text.charAt(literal.at) == '#' ? value : text;
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return text;
    }
  }

  private static boolean canStart(char c) {
    return c >= '0' && c <= '9' || "'\"[({-+.TFNrRbBuU".indexOf(c) >= 0;
  }

  /** Values separated by commas: {@code 1,2} is a tuple also without parentheses. */
  private Object tuple(boolean inside) {
    Object first = value();
    if (at >= text.length() || text.charAt(at) != ',') {
      return first;
    }
    List<Object> items = new ArrayList<>();
    items.add(first);
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      blanks();
      if (at >= text.length() || inside && text.charAt(at) == ')') {
        break;
      }
      items.add(value());
    }
    return items;
  }

  private Object value() {
    blanks();
    Object value = primary();
    blanks();
    return value;
  }

  private Object primary() {
    char c = text.charAt(at);
    switch (c) {
      case '[':
        return list(']');
      case '{':
        return braces();
      case '(':
        at++;
        blanks();
        if (text.charAt(at) == ')') {
          at++;
          return List.of();
        }
        Object inner = tuple(true);
        expect(')');
        return inner;
      case '-', '+':
        at++;
        blanks();
        Object number = number();
        return c == '-' ? negate(number) : number;
      default:
        return c >= '0' && c <= '9' || c == '.' ? number() : wordOrString();
    }
  }

  private List<Object> list(char close) {
    at++;
    List<Object> items = new ArrayList<>();
    blanks();
    while (text.charAt(at) != close) {
      items.add(value());
      if (text.charAt(at) != close) {
        expect(',');
        blanks();
      }
    }
    at++;
    return items;
  }

  private Object braces() {
    int start = at;
    at++;
    blanks();
    Map<Object, Object> map = new LinkedHashMap<>();
    while (text.charAt(at) != '}') {
      Object key = value();
      if (key instanceof List<?> || key instanceof Map<?, ?>) {
        throw new NumberFormatException();
      }
      if (map.isEmpty() && text.charAt(at) != ':') {
        at = start;
        return new ArrayList<>(new java.util.LinkedHashSet<>(list('}')));
      }
      expect(':');
      map.put(key, value());
      if (text.charAt(at) != '}') {
        expect(',');
        blanks();
      }
    }
    at++;
    return map;
  }

  private Object wordOrString() {
    if (take("True")) {
      return true;
    }
    if (take("False")) {
      return false;
    }
    if (take("None")) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    boolean found = false;
    while (at < text.length()) {
      PythonString string = PythonString.at(text, at);
      if (string == null) {
        break;
      }
      found = true;
      out.append(string.value());
      at = string.end();
      blanks();
    }
    if (!found) {
      throw new NumberFormatException();
    }
    return out.toString();
  }

  private boolean take(String word) {
    int end = at + word.length();
    if (!text.startsWith(word, at)
        || end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      return false;
    }
    at = end;
    return true;
  }

  private Object number() {
    int from = at;
    while (at < text.length() && isNumeric(from)) {
      at++;
    }
    return PythonNumber.of(text.substring(from, at));
  }

  private boolean isNumeric(int from) {
    char c = text.charAt(at);
    if (c == '+' || c == '-') {
      char before = at == from ? ' ' : text.charAt(at - 1);
      return (before == 'e' || before == 'E') && !text.startsWith("0x", from);
    }
    return c == '.' || c == '_' || Character.isLetterOrDigit(c);
  }

  private static Object negate(Object number) {
    return number instanceof Double d
        ? (Object) (-d)
        : Numbers.integer(new BigInteger(number.toString()).negate());
  }

  private void expect(char c) {
    if (text.charAt(at) != c) {
      throw new NumberFormatException();
    }
    at++;
  }

  private void blanks() {
    while (at < text.length() && " \t\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
