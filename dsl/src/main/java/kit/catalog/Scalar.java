package kit.catalog;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.spi.Mode;

/** Conversions to single values. */
enum Scalar implements Conversion {
  TEXT("text", "text"),
  SWITCH("true or false", "true or false"),
  WHOLE("a whole number", "whole numbers"),
  LONG("a whole number", "whole numbers"),
  DECIMAL("a number", "numbers"),
  MODE("a file mode", "file modes"),
  DURATION("a duration such as 60, '90s' or '5m'", "durations"),
  ANYTHING("anything", "anything");

  private final String wanted;
  private final String plural;

  Scalar(String wanted, String plural) {
    this.wanted = wanted;
    this.plural = plural;
  }

  /** The conversion to a class of this name; null if it is no single value. */
  static Scalar of(String className) {
    return switch (className) {
      case "java.lang.String" -> TEXT;
      case "boolean", "java.lang.Boolean" -> SWITCH;
      case "int", "java.lang.Integer" -> WHOLE;
      case "long", "java.lang.Long" -> LONG;
      case "double", "java.lang.Double" -> DECIMAL;
      case "kit.spi.Mode" -> MODE;
      case "java.time.Duration" -> DURATION;
      case "java.lang.Object" -> ANYTHING;
      default -> null;
    };
  }

  @Override
  public String wanted() {
    return wanted;
  }

  @Override
  public String plural() {
    return plural;
  }

  @Override
  public Object convert(Object value) {
    if (this == ANYTHING) {
      return Plain.of(value);
    }
    Object plain = value instanceof CharSequence ? value.toString() : value;
    Object converted =
        switch (this) {
          case TEXT -> text(plain);
          case SWITCH -> truth(plain);
          case WHOLE -> whole(plain, Integer.MIN_VALUE, Integer.MAX_VALUE);
          case LONG -> whole(plain, Long.MIN_VALUE, Long.MAX_VALUE);
          case DECIMAL -> decimal(plain);
          case MODE -> mode(plain);
          case DURATION -> Durations.of(plain);
          case ANYTHING -> plain;
        };
    if (converted == null) {
      throw Mismatch.wants(wanted, plain);
    }
    return converted;
  }

  private static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    boolean single =
        value instanceof String
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof Character;
    return single ? value.toString() : null;
  }

  private static Boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (!(value instanceof String text)) {
      return null;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> null;
    };
  }

  /** A value that can stand for one that is computed; empty if it would decide something. */
  static Optional<Object> standIn(Conversion conversion, String text) {
    Conversion plain = conversion instanceof OptionalOf some ? some.present() : conversion;
    Conversion single = plain instanceof ListOf list ? list.item() : plain;
    if (!(single instanceof Scalar scalar)) {
      return plain instanceof MapOf ? Optional.of(Map.of()) : Optional.empty();
    }
    return switch (scalar) {
      case TEXT, ANYTHING -> Optional.of(text);
      case WHOLE, LONG, DECIMAL -> Optional.of(1);
      case MODE -> Optional.of("0600");
      case DURATION -> Optional.of("1s");
      case SWITCH -> Optional.empty();
    };
  }

  private static Object whole(Object value, long least, long most) {
    // most numbers are small, and BigDecimal takes long to get ready
    if (value instanceof Integer small && most == Integer.MAX_VALUE) {
      return small;
    }
    if (value instanceof String text && digits(text)) {
      int small = Integer.parseInt(text);
      return most == Integer.MAX_VALUE ? (Object) small : (Object) Long.valueOf(small);
    }
    BigDecimal number = number(value);
    if (number == null || number.stripTrailingZeros().scale() > 0) {
      return null;
    }
    if (number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw Mismatch.wants("a whole number from " + least + " to " + most, value);
    }
    // no conditional expression: it would make a long of both
    if (most == Integer.MAX_VALUE) {
      return number.intValue();
    }
    return number.longValue();
  }

  private static boolean digits(String text) {
    boolean digits = !text.isEmpty() && text.length() < 10;
    for (int i = 0; i < text.length(); i++) {
      digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }

  private static Double decimal(Object value) {
    BigDecimal number = number(value);
    return number == null ? null : number.doubleValue();
  }

  /** The number that a number or a text is; null if it is none. */
  static BigDecimal number(Object value) {
    if (!(value instanceof Number || value instanceof String)) {
      return null;
    }
    try {
      return new BigDecimal(value.toString().strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Mode mode(Object value) {
    if (value instanceof Mode mode) {
      return mode;
    }
    if (!(value instanceof String || value instanceof Integer)) {
      return null;
    }
    try {
      return Mode.of(value);
    } catch (IllegalArgumentException e) {
      throw Mismatch.says(e.getMessage());
    }
  }
}
