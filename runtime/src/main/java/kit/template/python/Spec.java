package kit.template.python;

import java.math.BigInteger;
import java.util.Locale;

/**
 * A format of {@code str.format}: {@code [[fill]align][sign][#][0][width][,][.precision][type]}.
 */
final class Spec {
  private final String text;
  private int at;
  private String fill = " ";
  private char align;
  private char sign = '-';
  private boolean alternate;
  private int width;
  private char group;
  private int precision = -1;
  private char type;

  private Spec(String text) {
    this.text = text;
    int first = text.isEmpty() ? 0 : Character.charCount(text.codePointAt(0));
    if (text.length() > first && "<>=^".indexOf(text.charAt(first)) >= 0) {
      fill = text.substring(0, first);
      align = text.charAt(first);
      at = first + 1;
    } else if (is("<>=^")) {
      align = text.charAt(at++);
    }
    if (is("+- ")) {
      sign = text.charAt(at++);
    }
    if (is("#")) {
      alternate = true;
      at++;
    }
    if (is("0")) {
      at++;
      fill = align == 0 ? "0" : fill;
      align = align == 0 ? '=' : align;
    }
    width = number(0);
    if (is(",_")) {
      group = text.charAt(at++);
    }
    if (is(".")) {
      at++;
      precision = number(-1);
      if (precision < 0) {
        throw new PythonError("Format specifier missing precision");
      }
    }
    if (at < text.length()) {
      type = text.charAt(at++);
    }
    if (at < text.length()) {
      throw new PythonError("Invalid format specifier");
    }
  }

  private boolean is(String chars) {
    return at < text.length() && chars.indexOf(text.charAt(at)) >= 0;
  }

  private int number(int none) {
    int from = at;
    while (is("0123456789")) {
      at++;
    }
    return from == at ? none : Integer.parseInt(text.substring(from, at));
  }

  static String format(Object value, String spec) {
    if (value instanceof DateTime time && !spec.isEmpty()) {
      return time.format(spec);
    }
    if (spec.isEmpty()) {
      return Text.str(value);
    }
    Spec found = new Spec(spec);
    if (value instanceof CharSequence text) {
      return found.text(text.toString());
    }
    if (value instanceof Boolean && found.type == 0) {
      return found.text(Text.str(value));
    }
    if (Numbers.isNumber(value)) {
      return found.number(value);
    }
    throw new PythonError(
        "unsupported format string passed to " + Types.name(value) + ".__format__");
  }

  private PythonError unknown(String what) {
    return new PythonError("Unknown format code '" + type + "' for object of type '" + what + "'");
  }

  private String text(String value) {
    if (type != 0 && type != 's') {
      throw unknown("str");
    }
    boolean cut = precision >= 0 && precision < Chars.length(value);
    return pad("", cut ? Chars.part(value, 0, precision) : value, '<');
  }

  private String number(Object value) {
    boolean whole = Numbers.isInteger(value);
    if (whole && (type == 0 || "bcdoxXn".indexOf(type) >= 0)) {
      return whole(Numbers.big(value));
    }
    if (type != 0 && "eEfFgGn%".indexOf(type) < 0) {
      throw unknown(whole ? "int" : "float");
    }
    return decimal(Numbers.toDouble(value));
  }

  private String whole(BigInteger value) {
    if (type == 'c') {
      return pad("", Character.toString(value.intValue()), '<');
    }
    int base = type == 'b' ? 2 : type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
    String digits = value.abs().toString(base);
    String prefix = alternate && base != 10 ? "0" + type : "";
    digits = type == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
    return pad(sign(value.signum() < 0) + prefix, grouped(digits, base == 10 ? 3 : 4), '>');
  }

  private String decimal(double value) {
    String digits;
    boolean percent = type == '%';
    double shown = percent ? value * 100 : value;
    int places = precision < 0 ? 6 : precision;
    if (type == 0 && precision < 0) {
      digits = Floats.repr(shown);
    } else if (type == 0 || type == 'n') {
      digits = Floats.format(shown, 'g', places, alternate);
      boolean bare = type == 0 && digits.indexOf('.') < 0 && digits.indexOf('e') < 0;
      digits = bare && !Double.isInfinite(shown) && !Double.isNaN(shown) ? digits + ".0" : digits;
    } else {
      digits = Floats.format(shown, percent ? 'f' : type, places, alternate);
    }
    boolean negative = digits.startsWith("-");
    digits = negative ? digits.substring(1) : digits;
    int end = 0;
    while (end < digits.length() && Character.isDigit(digits.charAt(end))) {
      end++;
    }
    String shownDigits = grouped(digits.substring(0, end), 3) + digits.substring(end);
    return pad(sign(negative), shownDigits + (percent ? "%" : ""), '>');
  }

  private String sign(boolean negative) {
    return negative ? "-" : sign == '-' ? "" : String.valueOf(sign);
  }

  private String grouped(String digits, int size) {
    if (group == 0) {
      return digits;
    }
    StringBuilder out = new StringBuilder(digits);
    for (int i = digits.length() - size; i > 0; i -= size) {
      out.insert(i, group);
    }
    return out.toString();
  }

  private String pad(String sign, String body, char otherwise) {
    int missing = width - sign.length() - Chars.length(body);
    if (missing <= 0) {
      return sign + body;
    }
    char where = align == 0 ? otherwise : align;
    if (where == '=' && otherwise == '<') {
      throw new PythonError("'=' alignment not allowed in string format specifier");
    }
    return switch (where) {
      case '<' -> sign + body + fill.repeat(missing);
      case '=' -> sign + fill.repeat(missing) + body;
      case '^' -> fill.repeat(missing / 2) + sign + body + fill.repeat(missing - missing / 2);
      default -> fill.repeat(missing) + sign + body;
    };
  }
}
