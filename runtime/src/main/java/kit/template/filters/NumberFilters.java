package kit.template.filters;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import kit.template.python.Arithmetic;
import kit.template.python.Chars;
import kit.template.python.Compare;
import kit.template.python.Floats;
import kit.template.python.Function;
import kit.template.python.Group;
import kit.template.python.Items;
import kit.template.python.Numbers;
import kit.template.python.Percent;
import kit.template.python.PythonError;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Types;
import kit.template.python.Undefined;

/** Filters of numbers, and those that draw lots. */
final class NumberFilters implements Group {
  private static final String SIZES = "YZEPTGMKB";

  @Override
  public Object call(String name, Object[] a) {
    if (a[0] instanceof Undefined undefined) {
      throw undefined.error();
    }
    switch (name) {
      case "int":
        return whole(a[0], a[1], a[2]);
      case "float":
        Double number = decimal(a[0]);
        return number == null ? (a[1] == Function.UNSET ? (Object) 0.0 : a[1]) : number;
      case "abs":
        Object plus = Arithmetic.plus(a[0]);
        return Compare.order(plus, 0, "<") < 0 || plus.equals(-0.0)
            ? Arithmetic.negate(plus)
            : plus;
      case "round":
        return round(a[0], Numbers.index(a[1]), Text.str(a[2]));
      case "filesizeformat":
        return fileSize(a[0], Truth.of(a[1]));
      case "log", "pow", "root":
        return power(name, a);
      case "human_readable":
        return humanReadable(a[0], Truth.of(a[1]), a[2]);
      case "human_to_bytes":
        return humanToBytes(Text.str(a[0]), a[1], Truth.of(a[2]));
      case "random":
        return random(a);
      case "shuffle":
        List<Object> items = Items.copy(a[0]);
        Lots.of(a[1]).shuffle(items);
        return items;
      default:
        return mac(Text.str(a[0]), a[1]);
    }
  }

  private static Object whole(Object value, Object otherwise, Object base) {
    Object found = null;
    if (value instanceof CharSequence text) {
      boolean based = Numbers.isInteger(base);
      found = based ? Numbers.parse(text.toString(), Numbers.index(base)) : null;
    } else if (Numbers.isInteger(value)) {
      return Numbers.integer(Numbers.big(value));
    }
    if (found != null) {
      return found;
    }
    Double number = decimal(value);
    boolean nan = number != null && number.isNaN();
    return number == null || nan ? otherwise : Numbers.truncate(number);
  }

  private static Double decimal(Object value) {
    if (Numbers.isNumber(value)) {
      return Numbers.toDouble(value);
    }
    return value instanceof CharSequence text ? Floats.parse(text.toString()) : null;
  }

  private static Object round(Object value, int precision, String method) {
    switch (method) {
      case "common":
        if (Numbers.isInteger(value)) {
          return Floats.round(Numbers.big(value), precision);
        }
        if (!Numbers.isNumber(value)) {
          throw new PythonError("type " + Types.name(value) + " doesn't define __round__ method");
        }
        return Floats.round(Numbers.toDouble(value), precision);
      case "ceil", "floor":
        Object power = Arithmetic.apply("**", 10, precision);
        double scaled = Numbers.toDouble(Arithmetic.apply("*", value, power));
        double rounded = method.equals("ceil") ? Math.ceil(scaled) : Math.floor(scaled);
        return rounded / Numbers.toDouble(power);
      default:
        throw new PythonError("method must be common, ceil or floor");
    }
  }

  private static String fileSize(Object value, boolean binary) {
    Double bytes = decimal(value);
    if (bytes == null) {
      throw new PythonError("could not convert to float: " + Text.repr(value));
    }
    int base = binary ? 1024 : 1000;
    if (bytes == 1) {
      return "1 Byte";
    }
    if (bytes < base) {
      return Text.str(Numbers.truncate(bytes)) + " Bytes";
    }
    double unit = base;
    for (int i = 0; i < 8; i++) {
      unit *= base;
      if (bytes < unit || i == 7) {
        String prefix = binary ? "KMGTPEZY".charAt(i) + "i" : String.valueOf("kMGTPEZY".charAt(i));
        return Percent.format("%.1f", base * bytes / unit) + " " + prefix + "B";
      }
    }
    throw new IllegalStateException();
  }

  private static Object power(String name, Object[] a) {
    for (Object number : a) {
      if (number != null && !Numbers.isNumber(number)) {
        throw new PythonError(
            name
                + "() can only be used on numbers: must be real number, not "
                + Types.name(number));
      }
    }
    double x = Numbers.toDouble(a[0]);
    double y = a[1] == null ? Math.E : Numbers.toDouble(a[1]);
    double result;
    switch (name) {
      case "log":
        if (x <= 0) {
          throw new PythonError("math domain error");
        }
        result = y == 10 ? Math.log10(x) : y == Math.E ? Math.log(x) : Math.log(x) / Math.log(y);
        break;
      case "pow":
        result = Math.pow(x, y);
        break;
      default:
        result = y == 2 ? Math.sqrt(x) : Math.pow(x, 1 / y);
    }
    if (Double.isNaN(result) && !Double.isNaN(x)) {
      throw new PythonError(name + "() can only be used on numbers: math domain error");
    }
    return result;
  }

  private static String humanReadable(Object size, boolean bits, Object unit) {
    if (!Numbers.isNumber(size)) {
      throw new PythonError("human_readable() failed on bad input: " + Text.repr(size));
    }
    String base = bits ? "bits" : "Bytes";
    String wanted = unit == null ? null : Text.str(unit).toUpperCase(Locale.ROOT);
    double bytes = Numbers.toDouble(size);
    int at = 0;
    double limit = Math.pow(2, 80);
    while (at < 8
        && !(wanted == null ? bytes >= limit : wanted.equals(SIZES.substring(at, at + 1)))) {
      at++;
      limit /= 1024;
    }
    String suffix = at == 8 ? base : SIZES.charAt(at) + base.substring(0, 1);
    return Percent.format("%.2f", bytes / limit) + " " + suffix;
  }

  private static Object humanToBytes(String size, Object defaultUnit, boolean bits) {
    PythonError wrong =
        new PythonError("human_to_bytes() can't interpret following string: " + size);
    String text = Chars.strip(size, null, true, false);
    int end = 0;
    while (end < text.length()
        && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    Double number = Floats.parse(text.substring(0, end));
    if (number == null) {
      throw wrong;
    }
    String rest = Chars.strip(text.substring(end), null, true, false);
    int letters = 0;
    while (letters < rest.length()
        && Character.isLetter(rest.charAt(letters))
        && rest.charAt(letters) < 128) {
      letters++;
    }
    String unit =
        letters > 0
            ? rest.substring(0, letters)
            : defaultUnit == null ? null : Text.str(defaultUnit);
    if (unit == null) {
      return Numbers.truncate(Math.rint(number));
    }
    int at = SIZES.indexOf(Character.toUpperCase(unit.charAt(0)));
    boolean named = unit.toLowerCase(Locale.ROOT).contains(bits ? "bit" : "byte");
    boolean marked = unit.length() == 1 || named || unit.charAt(1) == (bits ? 'b' : 'B');
    if (at < 0 || !marked) {
      throw wrong;
    }
    BigDecimal limit = new BigDecimal(BigInteger.ONE.shiftLeft(10 * (8 - at)));
    BigDecimal product = new BigDecimal(number * limit.doubleValue());
    return Numbers.integer(product.setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
  }

  private static Object random(Object[] a) {
    Lots lots = Lots.of(a[3]);
    if (Numbers.isInteger(a[0])) {
      long start = Truth.of(a[1]) ? Numbers.big(a[1]).longValue() : 0;
      long step = Truth.of(a[2]) ? Numbers.big(a[2]).longValue() : 1;
      long width = Numbers.big(a[0]).longValue() - start;
      long count = step > 0 ? (width + step - 1) / step : (width + step + 1) / step;
      if (count <= 0) {
        throw new PythonError("empty range for randrange()");
      }
      return Numbers.integer(start + step * lots.below(count));
    }
    if (!Items.isIterable(a[0])) {
      throw new PythonError("random can only be used on sequences and integers");
    }
    if (Truth.of(a[1]) || Truth.of(a[2])) {
      throw new PythonError("start and step can only be used with integer values");
    }
    List<?> items = Items.list(a[0]);
    if (items.isEmpty()) {
      throw new PythonError("Cannot choose from an empty sequence");
    }
    return items.get((int) lots.below(items.size()));
  }

  private static String mac(String prefix, Object seed) {
    String start = prefix.toLowerCase(Locale.ROOT).replaceAll(":+$", "");
    int given = start.isEmpty() ? 0 : start.split(":").length;
    if (given == 0 || given > 5) {
      throw new PythonError(
          "Invalid value (" + prefix + ") for random_mac: 1 to 5 parts are needed");
    }
    // As the original: one draw of as many bytes as are missing.
    Lots lots = Lots.of(seed);
    long low = 1L << 8 * (6 - given);
    String digits = Long.toHexString(lots.below(low) | low).substring(1);
    StringBuilder out = new StringBuilder(start);
    for (int i = 0; i < digits.length(); i += 2) {
      out.append(':').append(digits, i, i + 2);
    }
    return out.toString();
  }
}
