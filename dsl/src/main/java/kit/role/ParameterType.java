package kit.role;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What values of a role's parameter may be. The words are those of Ansible's argument specs; as
 * there, text that reads like a number or a boolean is one.
 */
public enum ParameterType {
  STR("text", "string", "path", "bytes", "bits"),
  INT("a whole number", "integer"),
  FLOAT("a number", "number"),
  BOOL("true or false", "boolean"),
  LIST("a list"),
  DICT("a map", "map", "object"),
  RAW("any value", "any", "json", "jsonarg");

  private static final List<String> TRUTHS =
      List.of("true", "false", "yes", "no", "on", "off", "1", "0");

  private final String wanted;
  private final List<String> more;

  ParameterType(String wanted, String... more) {
    this.wanted = wanted;
    this.more = List.of(more);
  }

  /** The type that a word means. */
  public static Optional<ParameterType> of(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    for (ParameterType type : values()) {
      if (type.word().equals(plain) || type.more.contains(plain)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** How the manual writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What to say is wanted. */
  public String wanted() {
    return wanted;
  }

  boolean takes(Object value) {
    boolean scalar = !(value instanceof Map<?, ?> || value instanceof List<?>);
    return switch (this) {
      case STR -> scalar;
      case INT -> value instanceof Number number ? whole(number) : isNumber(value, false);
      case FLOAT -> value instanceof Number || isNumber(value, true);
      case BOOL -> scalar && TRUTHS.contains(value.toString().toLowerCase(Locale.ROOT));
      case LIST -> value instanceof List<?>;
      case DICT -> value instanceof Map<?, ?>;
      case RAW -> true;
    };
  }

  private static boolean whole(Number number) {
    return number.doubleValue() == Math.rint(number.doubleValue());
  }

  private static boolean isNumber(Object value, boolean fraction) {
    if (!(value instanceof String text)) {
      return false;
    }
    try {
      double number = Double.parseDouble(text.strip());
      return fraction || number == Math.rint(number) && text.indexOf('.') < 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
