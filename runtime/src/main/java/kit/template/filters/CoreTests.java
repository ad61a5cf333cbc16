package kit.template.filters;

import java.util.List;
import java.util.Map;
import kit.template.python.Arithmetic;
import kit.template.python.Callable;
import kit.template.python.Compare;
import kit.template.python.Group;
import kit.template.python.Items;
import kit.template.python.Markup;
import kit.template.python.Numbers;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Types;
import kit.template.python.Undefined;

/** Jinja's tests. */
final class CoreTests implements Group {

  @Override
  public Object call(String name, Object[] a) {
    Object value = a[0];
    return switch (name) {
      case "defined" -> !(value instanceof Undefined);
      case "undefined" -> value instanceof Undefined;
      case "none" -> value == null;
      case "boolean" -> value instanceof Boolean;
      case "true" -> Boolean.TRUE.equals(value);
      case "false" -> Boolean.FALSE.equals(value);
      case "integer" -> Numbers.isInteger(value) && !(value instanceof Boolean);
      case "float" -> value instanceof Double || value instanceof Float;
      case "number" -> Numbers.isNumber(value);
      case "string" -> Types.isText(value);
      case "mapping" -> value instanceof Map<?, ?>;
      case "sequence" -> isSequence(value);
      case "iterable" -> isIterable(value);
      case "callable" -> value instanceof Callable || value instanceof Undefined;
      case "sameas" -> isSame(value, a[1]);
      case "escaped" -> value instanceof Markup;
      case "odd" -> Compare.equal(Arithmetic.apply("%", value, 2), 1);
      case "even" -> Compare.equal(Arithmetic.apply("%", value, 2), 0);
      case "divisibleby" -> Compare.equal(Arithmetic.apply("%", value, a[1]), 0);
      case "lower", "upper" -> isCase(Text.str(value), name);
      case "in" -> Compare.contains(a[1], value);
      case "filter" -> Filters.find(Text.str(value)) != null;
      case "test" -> Tests.find(Text.str(value)) != null;
      default -> Compare.holds(operator(name), value, a[1]);
    };
  }

  private static String operator(String name) {
    return switch (name) {
      case "eq", "equalto" -> "==";
      case "ne" -> "!=";
      case "gt", "greaterthan" -> ">";
      case "ge" -> ">=";
      case "lt", "lessthan" -> "<";
      case "le" -> "<=";
      default -> name;
    };
  }

  private static boolean isSequence(Object value) {
    if (value instanceof Undefined undefined) {
      return undefined.isLenient();
    }
    return value instanceof List<?> || value instanceof Map<?, ?> || value instanceof CharSequence;
  }

  private static boolean isIterable(Object value) {
    if (value instanceof Undefined undefined && !undefined.isLenient()) {
      throw undefined.error();
    }
    return Items.isIterable(value);
  }

  /** Whether Python holds one object for both: small numbers and texts are kept once. */
  private static boolean isSame(Object left, Object right) {
    boolean simple = Numbers.isNumber(left) || left instanceof String;
    boolean alike = left != null && right != null && left.getClass() == right.getClass();
    return left == right && !(left instanceof Undefined) || simple && alike && left.equals(right);
  }

  private static boolean isCase(String text, String name) {
    Object method = kit.template.python.Access.own(text, "is" + name);
    return Truth.of(((Callable) method).call(new Object[0], Map.of()));
  }
}
