package kit.template.python;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;

/** {@code text % values}. */
public final class Percent {
  private final String text;
  private final Object values;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int used;

  private Percent(String text, Object values) {
    this.text = text;
    this.values = values;
  }

  /** The text with its marks replaced by a value, a tuple's values or a dict's. */
  public static String format(String text, Object values) {
    Percent percent = new Percent(text, values);
    while (percent.at < text.length()) {
      char c = text.charAt(percent.at++);
      if (c == '%') {
        percent.mark();
      } else {
        percent.out.append(c);
      }
    }
    boolean all = !(values instanceof Tuple tuple) || percent.used >= tuple.size();
    boolean single = values instanceof Tuple || values instanceof Map<?, ?> || percent.used > 0;
    if (!all || !single && !Types.isList(values)) {
      throw new PythonError("not all arguments converted during string formatting");
    }
    return percent.out.toString();
  }

  private char peek() {
    if (at >= text.length()) {
      throw new PythonError("incomplete format");
    }
    return text.charAt(at);
  }

  private void mark() {
    Object named = Attributes.NONE;
    if (peek() == '(') {
      int end = text.indexOf(')', at);
      if (end < 0) {
        throw new PythonError("incomplete format key");
      }
      named = named(text.substring(at + 1, end));
      at = end + 1;
    }
    StringBuilder flags = new StringBuilder();
    while ("-+ #0".indexOf(peek()) >= 0) {
      flags.append(text.charAt(at++));
    }
    String all = flags.toString();
    int width = number();
    boolean left = all.indexOf('-') >= 0 || width < 0;
    int precision = -1;
    if (peek() == '.') {
      at++;
      precision = Math.max(0, number());
    }
    while ("hlL".indexOf(peek()) >= 0) {
      at++;
    }
    char type = text.charAt(at++);
    if (type == '%') {
      out.append('%');
      return;
    }
    Object value = named == Attributes.NONE ? next() : named;
    used += named == Attributes.NONE ? 0 : 1;
    String body = body(type, value, precision, all);
    pad(body, Math.abs(width), left, all.indexOf('0') >= 0 && !left && "srac".indexOf(type) < 0);
  }

  private int number() {
    if (peek() == '*') {
      at++;
      return Numbers.index(next());
    }
    int from = at;
    while (Character.isDigit(peek())) {
      at++;
    }
    return from == at ? 0 : Integer.parseInt(text.substring(from, at));
  }

  private Object named(String name) {
    if (!(values instanceof Map<?, ?> map)) {
      throw new PythonError("format requires a mapping");
    }
    if (!map.containsKey(name)) {
      throw new PythonError("KeyError: '" + name + "'");
    }
    return map.get(name);
  }

  private Object next() {
    int position = used++;
    if (values instanceof Tuple tuple) {
      if (position >= tuple.size()) {
        throw new PythonError("not enough arguments for format string");
      }
      return tuple.get(position);
    }
    if (position > 0) {
      throw new PythonError("not enough arguments for format string");
    }
    return values;
  }

  private String body(char type, Object value, int precision, String flags) {
    boolean alternate = flags.indexOf('#') >= 0;
    String plus = flags.indexOf('+') >= 0 ? "+" : flags.indexOf(' ') >= 0 ? " " : "";
    switch (type) {
      case 's', 'r', 'a':
        String shown = type == 's' ? Text.str(value) : Text.repr(value);
        boolean cut = precision >= 0 && precision < Chars.length(shown);
        return cut ? Chars.part(shown, 0, precision) : shown;
      case 'c':
        if (Numbers.isInteger(value)) {
          return Character.toString(Numbers.index(value));
        }
        if (value instanceof CharSequence one && Chars.length(one.toString()) == 1) {
          return one.toString();
        }
        throw new PythonError("%c requires int or char");
      case 'd', 'i', 'u', 'x', 'X', 'o':
        return whole(type, value, precision, alternate, plus);
      case 'e', 'E', 'f', 'F', 'g', 'G':
        double number = Numbers.toDouble(value);
        String digits = Floats.format(number, type, precision < 0 ? 6 : precision, alternate);
        return digits.startsWith("-") ? digits : plus + digits;
      default:
        throw new PythonError("unsupported format character '" + type + "' at index " + (at - 1));
    }
  }

  private static String whole(
      char type, Object value, int precision, boolean alternate, String plus) {
    boolean decimal = type == 'd' || type == 'i' || type == 'u';
    if (!Numbers.isNumber(value) || !decimal && !Numbers.isInteger(value)) {
      String kind = decimal ? "a real number" : "an integer";
      throw new PythonError(
          "%" + type + " format: " + kind + " is required, not " + Types.name(value));
    }
    Object number = Numbers.isInteger(value) ? value : Numbers.truncate(Numbers.toDouble(value));
    BigInteger big = Numbers.big(number);
    int base = decimal ? 10 : type == 'o' ? 8 : 16;
    String digits = big.abs().toString(base);
    digits = "0".repeat(Math.max(0, precision - digits.length())) + digits;
    digits = type == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
    String prefix = alternate && !decimal ? "0" + type : "";
    return (big.signum() < 0 ? "-" : plus) + prefix + digits;
  }

  private void pad(String body, int width, boolean left, boolean zeros) {
    int missing = width - Chars.length(body);
    if (missing <= 0 || left) {
      out.append(body).append(" ".repeat(Math.max(0, missing)));
    } else if (zeros) {
      boolean signed = "+- ".indexOf(body.charAt(0)) >= 0;
      int start = signed ? 1 : 0;
      start += body.startsWith("0x", start) || body.startsWith("0X", start) ? 2 : 0;
      out.append(body, 0, start).append("0".repeat(missing)).append(body, start, body.length());
    } else {
      out.append(" ".repeat(missing)).append(body);
    }
  }
}
