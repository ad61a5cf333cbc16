package kit.discovery;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import kit.catalog.Given;
import kit.catalog.SourceType;
import kit.discovery.Common.Written;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Reads the settings that all sources have. */
final class Settings {
  static final List<String> NAMES = SourceType.COMMON;

  private final Map<String, Given> given;

  /**
   * @param given by name in camelCase
   */
  Settings(Map<String, Given> given) {
    this.given = given;
  }

  boolean flag(String name, boolean preset) {
    Object value = value(name);
    if (value == null) {
      return preset;
    }
    if (value instanceof Boolean truth) {
      return truth;
    }
    String text = value.toString();
    if (text.equals("true") || text.equals("yes")) {
      return true;
    }
    if (text.equals("false") || text.equals("no")) {
      return false;
    }
    throw wrong(name, "true or false");
  }

  Duration seconds(String name, Duration preset) {
    Object value = value(name);
    if (value == null) {
      return preset;
    }
    if (value instanceof Duration duration) {
      return duration;
    }
    try {
      long seconds = Long.parseLong(value.toString());
      if (seconds >= 0) {
        return Duration.ofSeconds(seconds);
      }
    } catch (NumberFormatException e) {
      throw wrong(name, "a number of seconds");
    }
    throw wrong(name, "a number of seconds");
  }

  List<?> list(String name) {
    Object value = value(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw wrong(name, "a list");
  }

  Map<String, Written> expressions(String name) {
    Object value = value(name);
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong(name, "a map of names and expressions");
    }
    Location at = given.get(name).location();
    Map<String, Written> expressions = new LinkedHashMap<>();
    map.forEach((key, text) -> expressions.put(key.toString(), new Written(expression(text), at)));
    return expressions;
  }

  /** A constant is an expression too, in the words of templates; text is one already. */
  static String expression(Object value) {
    return value instanceof CharSequence ? value.toString() : constant(value);
  }

  private static String constant(Object value) {
    if (value instanceof List<?> items) {
      StringJoiner list = new StringJoiner(", ", "[", "]");
      items.forEach(item -> list.add(constant(item)));
      return list.toString();
    }
    if (value instanceof Map<?, ?> map) {
      StringJoiner pairs = new StringJoiner(", ", "{", "}");
      map.forEach((key, item) -> pairs.add(constant(key) + ": " + constant(item)));
      return pairs.toString();
    }
    if (value instanceof CharSequence text) {
      return quoted(text.toString());
    }
    if (value instanceof Boolean truth) {
      return truth ? "true" : "false";
    }
    return value == null ? "none" : value.toString();
  }

  /** Backslashes in expressions stay as they are, so that no quote can be escaped. */
  private static String quoted(String text) {
    if (text.indexOf('\'') < 0) {
      return "'" + text + "'";
    }
    return text.indexOf('"') < 0
        ? '"' + text + '"'
        : "('" + text.replace("'", "' ~ \"'\" ~ '") + "')";
  }

  private Object value(String name) {
    Given found = given.get(name);
    return found == null ? null : found.value();
  }

  private KitException wrong(String name, String wanted) {
    Given found = given.get(name);
    return new KitException(
        new Problem(found.location(), name + " wants " + wanted, "see docs/inventory.md"));
  }

  static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      boolean joins = name.charAt(i) == '_' && i > 0 && i + 1 < name.length();
      camel.append(joins ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
    }
    return camel.toString();
  }

  static String snake(String name) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c) && i > 0) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }
}
