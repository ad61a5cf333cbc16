package kit.template.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The operators of numbers, which texts and lists have in part. */
public final class Arithmetic {
  private static final int LIMIT = 50_000_000;

  private Arithmetic() {}

  /** Applies an operator with two sides. */
  public static Object apply(String operator, Object left, Object right) {
    if (left instanceof Undefined a) {
      throw a.error();
    }
    if (right instanceof Undefined b) {
      throw b.error();
    }
    if (operator.equals("%") && left instanceof CharSequence text) {
      return Percent.format(text.toString(), right);
    }
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      if (operator.equals("/")) {
        return divide(left, right);
      }
      boolean whole = Numbers.isInteger(left) && Numbers.isInteger(right);
      return whole ? integers(operator, left, right) : floats(operator, left, right);
    }
    return switch (operator) {
      case "+" -> plus(left, right);
      case "*" -> times(left, right);
      case "-" -> minus(left, right);
      default ->
          throw PythonError.unsupported(
              operator.equals("**") ? "** or pow()" : operator, left, right);
    };
  }

  private static Object plus(Object left, Object right) {
    if (left instanceof CharSequence a) {
      if (right instanceof CharSequence b) {
        boolean markup = left instanceof Markup || right instanceof Markup;
        return markup
            ? new Markup(Markup.escape(left).text() + Markup.escape(right).text())
            : a.toString() + b;
      }
      throw new PythonError("can only concatenate str (not \"" + Types.name(right) + "\") to str");
    }
    boolean tuple = left instanceof Tuple;
    if (tuple || Types.isList(left)) {
      boolean same = tuple ? right instanceof Tuple : Types.isList(right);
      if (!same) {
        String kind = tuple ? "tuple" : "list";
        throw new PythonError(
            "can only concatenate " + kind + " (not \"" + Types.name(right) + "\") to " + kind);
      }
      List<Object> out = new ArrayList<>((List<?>) left);
      out.addAll((List<?>) right);
      return tuple ? Tuple.copyOf(out) : out;
    }
    if (left instanceof DateTime time && right instanceof TimeDelta delta) {
      return time.plus(delta.microseconds());
    }
    if (left instanceof TimeDelta delta && right instanceof DateTime time) {
      return time.plus(delta.microseconds());
    }
    if (left instanceof TimeDelta a && right instanceof TimeDelta b) {
      return new TimeDelta(a.microseconds() + b.microseconds());
    }
    throw PythonError.unsupported("+", left, right);
  }

  private static Object minus(Object left, Object right) {
    if (left instanceof DateTime a) {
      if (right instanceof DateTime b) {
        return a.minus(b);
      }
      if (right instanceof TimeDelta delta) {
        return a.plus(-delta.microseconds());
      }
    }
    if (left instanceof TimeDelta a && right instanceof TimeDelta b) {
      return new TimeDelta(a.microseconds() - b.microseconds());
    }
    throw PythonError.unsupported("-", left, right);
  }

  private static Object times(Object left, Object right) {
    if (isSequence(left) || isSequence(right)) {
      Object sequence = isSequence(left) ? left : right;
      Object count = isSequence(left) ? right : left;
      if (!Numbers.isInteger(count)) {
        throw new PythonError(
            "can't multiply sequence by non-int of type '" + Types.name(count) + "'");
      }
      return repeat(sequence, Math.max(0, Numbers.index(count)));
    }
    if (left instanceof TimeDelta delta && Numbers.isInteger(right)) {
      return new TimeDelta(delta.microseconds() * Numbers.toLong(right));
    }
    throw PythonError.unsupported("*", left, right);
  }

  private static boolean isSequence(Object value) {
    return value instanceof CharSequence || value instanceof Tuple || Types.isList(value);
  }

  private static Object repeat(Object sequence, int count) {
    int length =
        sequence instanceof CharSequence text ? text.length() : ((List<?>) sequence).size();
    if ((long) length * count > LIMIT) {
      throw new PythonError("the result is longer than " + LIMIT);
    }
    if (sequence instanceof CharSequence text) {
      String out = text.toString().repeat(count);
      return sequence instanceof Markup ? new Markup(out) : out;
    }
    List<Object> out = new ArrayList<>(length * count);
    for (int i = 0; i < count; i++) {
      out.addAll((List<?>) sequence);
    }
    return sequence instanceof Tuple ? Tuple.copyOf(out) : out;
  }

  private static Object divide(Object left, Object right) {
    double divisor = Numbers.toDouble(right);
    if (divisor == 0) {
      boolean whole = Numbers.isInteger(left) && Numbers.isInteger(right);
      throw new PythonError(whole ? "division by zero" : "float division by zero");
    }
    return Numbers.toDouble(left) / divisor;
  }

  private static Object integers(String operator, Object left, Object right) {
    if (Numbers.isLong(left) && Numbers.isLong(right) && !operator.equals("**")) {
      long a = Numbers.toLong(left);
      long b = Numbers.toLong(right);
      long out;
      switch (operator) {
        case "+":
          out = a + b;
          if (((a ^ out) & (b ^ out)) >= 0) {
            return Numbers.integer(out);
          }
          break;
        case "-":
          out = a - b;
          if (((a ^ b) & (a ^ out)) >= 0) {
            return Numbers.integer(out);
          }
          break;
        case "*":
          if (Math.abs(a) < Integer.MAX_VALUE && Math.abs(b) < Integer.MAX_VALUE) {
            return Numbers.integer(a * b);
          }
          break;
        default:
          if (b != 0 && a != Long.MIN_VALUE) {
            return Numbers.integer(
                operator.equals("%") ? Math.floorMod(a, b) : Math.floorDiv(a, b));
          }
      }
    }
    return big(operator, Numbers.big(left), Numbers.big(right));
  }

  private static Object big(String operator, BigInteger a, BigInteger b) {
    switch (operator) {
      case "+":
        return Numbers.integer(a.add(b));
      case "-":
        return Numbers.integer(a.subtract(b));
      case "*":
        return Numbers.integer(a.multiply(b));
      case "**":
        return power(a, b);
      default:
        if (b.signum() == 0) {
          throw new PythonError(
              operator.equals("%")
                  ? "integer modulo by zero"
                  : "integer division or modulo by zero");
        }
        BigInteger[] parts = a.divideAndRemainder(b);
        boolean down = parts[1].signum() != 0 && parts[1].signum() != b.signum();
        return operator.equals("%")
            ? Numbers.integer(down ? parts[1].add(b) : parts[1])
            : Numbers.integer(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }
  }

  private static Object power(BigInteger base, BigInteger exponent) {
    if (exponent.signum() < 0) {
      return floats("**", base, exponent);
    }
    if (base.bitLength() > 1 && (long) base.bitLength() * Numbers.index(exponent) > 1_000_000) {
      throw new PythonError("the power has more than 1000000 bits");
    }
    return Numbers.integer(base.pow(Numbers.index(exponent)));
  }

  private static Object floats(String operator, Object left, Object right) {
    double a = Numbers.toDouble(left);
    double b = Numbers.toDouble(right);
    switch (operator) {
      case "+":
        return a + b;
      case "-":
        return a - b;
      case "*":
        return a * b;
      case "**":
        if (a == 0 && b < 0) {
          throw new PythonError("0.0 cannot be raised to a negative power");
        }
        double power = Math.pow(a, b);
        if (Double.isInfinite(power) && !Double.isInfinite(a) && !Double.isInfinite(b)) {
          throw new PythonError("Numerical result out of range");
        }
        return power;
      default:
        if (b == 0) {
          throw new PythonError(
              operator.equals("%") ? "float modulo" : "float floor division by zero");
        }
        double rest = a % b;
        rest = rest != 0 && rest < 0 != b < 0 ? rest + b : rest == 0 ? Math.copySign(0, b) : rest;
        return operator.equals("%") ? rest : floor(a, b, rest);
    }
  }

  private static double floor(double a, double b, double rest) {
    double quotient = (a - rest) / b;
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  /** The value with the other sign. */
  public static Object negate(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return -((Number) value).doubleValue();
    }
    if (Numbers.isInteger(value)) {
      return Numbers.integer(Numbers.big(value).negate());
    }
    if (value instanceof TimeDelta delta) {
      return new TimeDelta(-delta.microseconds());
    }
    throw unary("-", value);
  }

  /** The value as it is; an error if it is no number. */
  public static Object plus(Object value) {
    if (!Numbers.isNumber(value)) {
      throw unary("+", value);
    }
    return value instanceof Boolean flag ? (Object) (flag ? 1 : 0) : value;
  }

  private static PythonError unary(String operator, Object value) {
    if (value instanceof Undefined undefined) {
      return undefined.error();
    }
    return new PythonError(
        "bad operand type for unary " + operator + ": '" + Types.name(value) + "'");
  }
}
