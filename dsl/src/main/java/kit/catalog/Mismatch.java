package kit.catalog;

import java.util.Collection;
import java.util.Map;
import kit.spi.Result;

/** A value that cannot be converted; says what was wanted and what was given. */
public final class Mismatch extends RuntimeException {

  private static final int SHOWN = 40;

  private final String place;
  private final String hint;

  private Mismatch(String place, String message, String hint) {
    super(message, null, false, false);
    this.place = place;
    this.hint = hint;
  }

  /** The general case: {@code wants a whole number, not 'many'}. */
  static Mismatch wants(String wanted, Object given) {
    String hint = "";
    if (given instanceof Result) {
      hint = "say r.stdout or another field of it";
    } else if (given == null) {
      hint = "give it a value or leave it out";
    }
    return wants(wanted, given, hint);
  }

  static Mismatch wants(String wanted, Object given, String hint) {
    return new Mismatch("", " wants " + wanted + ", not " + show(given), hint);
  }

  /** A value that explains itself. */
  static Mismatch says(String message) {
    return new Mismatch("", ": " + message, "");
  }

  /** The same within something larger, for example {@code "item 2 of "}. */
  Mismatch within(String outer) {
    return new Mismatch(place + outer, getMessage(), hint);
  }

  /** The whole sentence about a value of this name. */
  public String about(String name) {
    return place + "'" + name + "'" + getMessage();
  }

  /** What to do next; empty if there is nothing useful to say. */
  public String hint() {
    return hint;
  }

  private static String show(Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof CharSequence) {
      String text = value.toString();
      return "'" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "'";
    }
    if (value instanceof Map) {
      return "a map";
    }
    if (value instanceof Collection || value instanceof Object[]) {
      return "a list";
    }
    return value instanceof Result ? "a result" : "a value of type " + value.getClass().getName();
  }
}
