package kit.data;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what Python's {@code json.loads} reads; files that are JSON need no YAML parser. */
public final class Json {
  /** As deep as a variable file may go in YAML, too. */
  private static final int FILE_DEPTH = 50;

  private static final int DEPTH = 500;
  private final String text;
  private final int deepest;
  private final boolean fixed;
  private int at;

  private Json(String text, int deepest, boolean fixed) {
    this.text = text;
    this.deepest = deepest;
    this.fixed = fixed;
  }

  /** Whether text begins as a JSON object or array does. */
  static boolean looksLike(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ') {
        return c == '{' || c == '[';
      }
    }
    return false;
  }

  /** The value, whose lists and maps cannot be changed, or null if the text is not JSON. */
  public static Object tryRead(String text) {
    try {
      return new Json(text, FILE_DEPTH, true).whole();
    } catch (JsonException e) {
      return null;
    }
  }

  /** The value, whose lists and maps may be changed; a JsonException if the text is not JSON. */
  public static Object read(String text) {
    return new Json(text, DEPTH, false).whole();
  }

  private Object whole() {
    try {
      Object value = value(0);
      blanks();
      if (at < text.length()) {
        throw wrong("Extra data");
      }
      return value;
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw wrong("Expecting value");
    }
  }

  private JsonException wrong(String what) {
    return new JsonException("not valid JSON: " + what + " at character " + at);
  }

  private Object value(int depth) {
    blanks();
    if (depth > deepest) {
      throw wrong("nested too deeply");
    }
    char c = text.charAt(at);
    switch (c) {
      case '{':
        return object(depth);
      case '[':
        return array(depth);
      case '"':
        return string();
      default:
        for (String word : new String[] {"true", "false", "null", "NaN", "Infinity", "-Infinity"}) {
          if (text.startsWith(word, at)) {
            at += word.length();
            return word(word);
          }
        }
        return number();
    }
  }

  private static Object word(String word) {
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      case "NaN" -> Double.NaN;
      default -> word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    };
  }

  private Map<Object, Object> object(int depth) {
    Map<Object, Object> map = new LinkedHashMap<>();
    at++;
    blanks();
    if (text.charAt(at) == '}') {
      at++;
      return map;
    }
    while (true) {
      blanks();
      if (text.charAt(at) != '"') {
        throw wrong("Expecting property name enclosed in double quotes");
      }
      String key = string();
      blanks();
      if (text.charAt(at) != ':') {
        throw wrong("Expecting ':' delimiter");
      }
      at++;
      map.put(key, value(depth + 1));
      if (ends('}')) {
        return fixed ? Collections.unmodifiableMap(map) : map;
      }
    }
  }

  private List<Object> array(int depth) {
    List<Object> list = new ArrayList<>();
    at++;
    blanks();
    if (text.charAt(at) == ']') {
      at++;
      return list;
    }
    while (true) {
      list.add(value(depth + 1));
      if (ends(']')) {
        return fixed ? Collections.unmodifiableList(list) : list;
      }
    }
  }

  private boolean ends(char close) {
    blanks();
    char c = text.charAt(at);
    if (c != ',' && c != close) {
      throw wrong("Expecting ',' delimiter");
    }
    at++;
    return c == close;
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    at++;
    while (true) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c < ' ') {
        throw wrong("Invalid control character");
      }
      out.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    char c = text.charAt(at++);
    int plain = "\"\\/bfnrt".indexOf(c);
    if (plain >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(plain);
    }
    if (c != 'u') {
      throw wrong("Invalid \\escape");
    }
    at += 4;
    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
  }

  private Object number() {
    int from = at;
    at += text.charAt(at) == '-' ? 1 : 0;
    int digits = at;
    digits();
    if (at == digits || text.charAt(digits) == '0' && at > digits + 1) {
      at = from;
      throw wrong("Expecting value");
    }
    int whole = at;
    if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(at + 1)) {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 2 : 1;
      if (isDigit(at + sign)) {
        at += sign;
        digits();
      }
    }
    String number = text.substring(from, at);
    return at == whole ? Numbers.integer(new BigInteger(number)) : (Object) Double.valueOf(number);
  }

  private boolean isDigit(int where) {
    return where < text.length() && text.charAt(where) >= '0' && text.charAt(where) <= '9';
  }

  private void digits() {
    while (isDigit(at)) {
      at++;
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
