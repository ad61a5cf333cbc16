package kit.script.language;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.script.value.Text;

/** Values of verbs and options as the types they must have, or a problem that says so. */
public final class Wanted {

  private Wanted() {}

  public static String text(Object value, String what, Location where) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    throw not("text", value, what, where);
  }

  /** One text or several. */
  public static List<String> texts(Object value, String what, Location where) {
    if (!(value instanceof Collection<?> items)) {
      return List.of(text(value, what, where));
    }
    List<String> texts = new ArrayList<>(items.size());
    for (Object item : items) {
      texts.addAll(texts(item, what, where));
    }
    return texts;
  }

  /** Texts in which commas part items: {@code 'web, config'}. */
  public static List<String> words(Object value, String what, Location where) {
    List<String> words = new ArrayList<>();
    for (String text : texts(value, what, where)) {
      for (String word : text.split(",")) {
        if (!word.isBlank()) {
          words.add(word.strip());
        }
      }
    }
    return words;
  }

  public static boolean truth(Object value, String what, Location where) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    String text = String.valueOf(value).toLowerCase(java.util.Locale.ROOT);
    String hint =
        switch (text) {
          case "yes", "on", "true", "1" -> "write true, without quotes";
          case "no", "off", "false", "0" -> "write false, without quotes";
          default -> "";
        };
    Problem problem = not("true or false", value, what, where).problems().get(0);
    throw new KitException(new Problem(where, problem.message(), hint, problem.kind()));
  }

  public static int count(Object value, String what, Location where) {
    if (value instanceof Integer count && count >= 0) {
      return count;
    }
    throw not("a whole number", value, what, where);
  }

  /** A duration, or a number of seconds. */
  public static Duration duration(Object value, String what, Location where) {
    if (value instanceof Duration duration && !duration.isNegative()) {
      return duration;
    }
    if (value instanceof Integer seconds && seconds >= 0) {
      return Duration.ofSeconds(seconds);
    }
    throw not("a duration such as 90.s or 5.min", value, what, where);
  }

  public static Map<String, Object> map(Object value, String what, Location where) {
    if (value instanceof Map<?, ?> given) {
      Map<String, Object> map = new LinkedHashMap<>();
      given.forEach((key, each) -> map.put(Text.of(key), each));
      return map;
    }
    throw not("a map such as [name: 'value']", value, what, where);
  }

  public static Map<String, String> texts(Map<?, ?> given, String what, Location where) {
    Map<String, String> map = new LinkedHashMap<>();
    given.forEach((key, each) -> map.put(Text.of(key), text(each, what, where)));
    return map;
  }

  /** A name that can be a variable. */
  public static String name(Object value, String what, Location where) {
    if (value instanceof String name && isName(name)) {
      return name;
    }
    throw not("the name of a variable", value, what, where);
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(i == 0 ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static KitException not(String wanted, Object value, String what, Location where) {
    return new KitException(
        new Problem(
            where,
            "'" + what + "' wants " + wanted + ", not " + Shown.of(value),
            "",
            Mistake.WRONG_VALUE));
  }
}
