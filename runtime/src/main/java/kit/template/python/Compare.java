package kit.template.python;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Equality, order and membership. */
public final class Compare {

  private Compare() {}

  public static boolean equal(Object left, Object right) {
    if (left == right) {
      return !Numbers.isNan(left);
    }
    if (left instanceof Undefined || right instanceof Undefined) {
      check(left);
      check(right);
      return left instanceof Undefined && right instanceof Undefined;
    }
    if (left == null || right == null) {
      return false;
    }
    if (left instanceof CharSequence && right instanceof CharSequence) {
      return left.toString().contentEquals((CharSequence) right);
    }
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      boolean nan = Numbers.isNan(left) || Numbers.isNan(right);
      return !nan && Numbers.compare(left, right) == 0;
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return Types.name(left).equals(Types.name(right)) && sameItems(a, b);
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return sameEntries(a, b);
    }
    if (left instanceof View a && right instanceof View b) {
      return a.size() == b.size() && a.containsAll(b);
    }
    return left.equals(right);
  }

  private static void check(Object value) {
    if (value instanceof Undefined undefined) {
      undefined.check();
    }
  }

  private static boolean sameItems(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    Iterator<?> other = b.iterator();
    for (Object item : a) {
      if (!equal(item, other.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameEntries(Map<?, ?> a, Map<?, ?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : a.entrySet()) {
      Object key = entry.getKey();
      if (!b.containsKey(key) || !equal(entry.getValue(), b.get(key))) {
        return false;
      }
    }
    return true;
  }

  /** Orders two values, or says that they have no order. */
  public static int order(Object left, Object right, String operator) {
    check(left);
    check(right);
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      return Numbers.compare(left, right);
    }
    if (left instanceof CharSequence && right instanceof CharSequence) {
      return Chars.compare(left.toString(), right.toString());
    }
    boolean lists = Types.isList(left) && Types.isList(right);
    if (lists || left instanceof Tuple && right instanceof Tuple) {
      return order((List<?>) left, (List<?>) right, operator);
    }
    if (left instanceof DateTime a && right instanceof DateTime b) {
      return a.compareTo(b);
    }
    if (left instanceof TimeDelta a && right instanceof TimeDelta b) {
      return Long.compare(a.microseconds(), b.microseconds());
    }
    throw new PythonError(
        "'"
            + operator
            + "' not supported between instances of '"
            + Types.name(left)
            + "' and '"
            + Types.name(right)
            + "'");
  }

  private static int order(List<?> left, List<?> right, String operator) {
    Iterator<?> other = right.iterator();
    for (Object item : left) {
      if (!other.hasNext()) {
        return 1;
      }
      Object next = other.next();
      if (!equal(item, next)) {
        return order(item, next, operator);
      }
    }
    return other.hasNext() ? -1 : 0;
  }

  /** Whether an operator of comparison holds. */
  public static boolean holds(String operator, Object left, Object right) {
    switch (operator) {
      case "==":
        return equal(left, right);
      case "!=":
        return !equal(left, right);
      case "in":
        return contains(right, left);
      case "not in":
        return !contains(right, left);
      default:
        int order = order(left, right, operator);
        if (Numbers.isNan(left) || Numbers.isNan(right)) {
          return false;
        }
        return switch (operator) {
          case "<" -> order < 0;
          case "<=" -> order <= 0;
          case ">" -> order > 0;
          default -> order >= 0;
        };
    }
  }

  /** Whether {@code item in container}. */
  public static boolean contains(Object container, Object item) {
    check(container);
    if (container instanceof CharSequence text) {
      if (!(item instanceof CharSequence part)) {
        check(item);
        throw new PythonError(
            "'in <string>' requires string as left operand, not " + Types.name(item));
      }
      return text.toString().contains(part);
    }
    if (container instanceof Map<?, ?> map) {
      return map.containsKey(Access.key(item));
    }
    if (!(container instanceof Collection<?>) && !Items.isIterable(container)) {
      throw new PythonError("argument of type '" + Types.name(container) + "' is not iterable");
    }
    return isIn(Items.of(container), item);
  }

  /** Whether one of the items is equal to the value. */
  public static boolean isIn(Collection<?> items, Object value) {
    for (Object item : items) {
      if (Objects.equals(item, value) || equal(item, value)) {
        return true;
      }
    }
    return false;
  }
}
