package kit.script.language;

import groovy.lang.GroovyRuntimeException;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/** Comparing by size in queries. To Groovy nothing is less than anything: it would match. */
final class QueryOrder {

  private QueryOrder() {}

  static boolean holds(String operator, Object left, Object right, Location where) {
    if (left == null || right == null) {
      return false;
    }
    int order = order(left, right, where);
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static int order(Object left, Object right, Location where) {
    if (left instanceof CharSequence == right instanceof CharSequence) {
      try {
        return DefaultTypeTransformation.compareTo(left, right);
      } catch (GroovyRuntimeException | ClassCastException | IllegalArgumentException e) {
        // told below
      }
    }
    boolean text = left instanceof CharSequence && right instanceof Number;
    String message =
        Shown.type(left.getClass()) + " and " + Shown.type(right.getClass()) + " have no order";
    throw new KitException(
        new Problem(where, message, text ? "x.toInteger() makes a number of a text" : ""));
  }
}
