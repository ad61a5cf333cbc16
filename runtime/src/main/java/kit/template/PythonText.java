package kit.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Values as Python prints them: {@code True}, {@code None}, {@code ['a', 1]}. */
final class PythonText {

  private PythonText() {}

  /** What {@code str()} gives. */
  static String of(Object value) {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    if (value == null) {
      out.append("None");
    } else if (value instanceof Boolean flag) {
      out.append(flag ? "True" : "False");
    } else if (value instanceof CharSequence text) {
      quoted(text.toString(), out);
    } else if (value instanceof Double number) {
      out.append(decimal(number));
    } else if (value instanceof Map<?, ?> map) {
      String gap = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(gap);
        write(entry.getKey(), out);
        out.append(": ");
        write(entry.getValue(), out);
        gap = ", ";
      }
      out.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      String gap = "[";
      for (Object item : list) {
        out.append(gap);
        write(item, out);
        gap = ", ";
      }
      out.append(list.isEmpty() ? "[]" : "]");
    } else {
      out.append(value);
    }
  }

  private static void quoted(String text, StringBuilder out) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\\' -> out.append("\\\\");
        default -> {
          if (c < ' ' || c == 127) {
            out.append("\\x").append(Character.forDigit(c >> 4, 16));
            out.append(Character.forDigit(c & 15, 16));
          } else {
            out.append(c == quote ? "\\" : "").append(c);
          }
        }
      }
    }
    out.append(quote);
  }

  private static String decimal(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(number);
    if (size != 0 && (size < 1e-4 || size >= 1e16)) {
      String text = Double.toString(number);
      int e = text.indexOf('E');
      String digits =
          text.substring(0, e).endsWith(".0") ? text.substring(0, e - 2) : text.substring(0, e);
      String exponent = text.substring(e + 1);
      boolean negative = exponent.startsWith("-");
      String count = negative ? exponent.substring(1) : exponent;
      return digits + (negative ? "e-" : "e+") + (count.length() < 2 ? "0" : "") + count;
    }
    String text = new BigDecimal(Double.toString(number)).toPlainString();
    return text.indexOf('.') < 0 ? text + ".0" : text;
  }
}
