package kit.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON (RFC 8259) that a service or a command answered. */
public final class JsonValue {

  private static final int DEPTH = 200;

  private final String text;
  private int at;

  private JsonValue(String text) {
    this.text = text;
  }

  /**
   * What the text says: maps, lists, texts, numbers, truth values; empty if it is no JSON or null.
   */
  public static Optional<Object> of(String text) {
    try {
      JsonValue reader = new JsonValue(text);
      Object value = reader.value(0);
      reader.blanks();
      return reader.at == text.length() ? Optional.ofNullable(value) : Optional.empty();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private Object value(int depth) {
    blanks();
    if (depth > DEPTH) {
      throw new IllegalArgumentException();
    }
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    at++;
    blanks();
    while (text.charAt(at) != '}') {
      blanks();
      String name = string();
      blanks();
      expect(':');
      map.put(name, value(depth + 1));
      next('}');
    }
    at++;
    return map;
  }

  private List<Object> array(int depth) {
    List<Object> list = new ArrayList<>();
    at++;
    blanks();
    while (text.charAt(at) != ']') {
      list.add(value(depth + 1));
      next(']');
    }
    at++;
    return list;
  }

  /** A comma and something after it, or the end. */
  private void next(char end) {
    blanks();
    if (text.charAt(at) == end) {
      return;
    }
    expect(',');
    blanks();
    if (text.charAt(at) == end) {
      throw new IllegalArgumentException();
    }
  }

  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
      value.append(c == '\\' ? escaped() : c);
    }
    return value.toString();
  }

  private char escaped() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      case '"', '\\', '/' -> c;
      default -> throw new IllegalArgumentException();
    };
  }

  private Object number() {
    int from = at;
    boolean whole = true;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      whole &= ".eE".indexOf(text.charAt(at)) < 0;
      at++;
    }
    String digits = text.substring(from, at);
    if (!whole) {
      return Double.valueOf(digits);
    }
    long value = Long.parseLong(digits);
    if (value == (int) value) {
      return (int) value;
    }
    return value;
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw new IllegalArgumentException();
    }
    at += word.length();
    return value;
  }

  private void expect(char c) {
    if (text.charAt(at++) != c) {
      throw new IllegalArgumentException();
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
