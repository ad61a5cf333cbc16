package kit.script.compiler;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.catalog.Given;
import kit.script.language.Whole;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;

/** Values that the source alone shows. */
final class Constants {

  /** A class file holds no constant of more than 65535 bytes. */
  private static final int LONGEST = 16_384;

  private Constants() {}

  /**
   * The value of an expression; {@link Given#UNKNOWN} if it is computed. Parts of maps may be
   * unknown, so that their keys are known; parts of lists may not.
   */
  static Object of(Expression expression) {
    if (expression instanceof ConstantExpression constant) {
      return constant.getValue();
    }
    if (expression instanceof ListExpression list) {
      return list(list);
    }
    if (expression instanceof MapExpression map) {
      return map(map);
    }
    if (expression instanceof UnaryMinusExpression minus
        && of(minus.getExpression()) instanceof Integer number) {
      return -number;
    }
    Duration duration = duration(expression);
    return duration == null ? Given.UNKNOWN : duration;
  }

  /**
   * Texts that are only written apart, because a line would be too long for them, as one: else
   * Groovy would look for a method to join them, in every run and for every host.
   */
  static Expression joined(BinaryExpression plus) {
    if (plus.getLeftExpression() instanceof ConstantExpression left
        && plus.getRightExpression() instanceof ConstantExpression right
        && left.getValue() instanceof String start
        && right.getValue() instanceof String end
        && start.length() + end.length() <= LONGEST) {
      ConstantExpression joined = new ConstantExpression(start + end);
      joined.setSourcePosition(plus);
      return joined;
    }
    return plus;
  }

  private static Object list(ListExpression list) {
    List<Object> values = new ArrayList<>();
    for (Expression item : list.getExpressions()) {
      Object value = of(item);
      if (!Whole.is(value)) {
        return Given.UNKNOWN;
      }
      values.add(value);
    }
    return values;
  }

  private static Object map(MapExpression map) {
    Map<Object, Object> values = new LinkedHashMap<>();
    for (MapEntryExpression entry : map.getMapEntryExpressions()) {
      if (of(entry.getKeyExpression()) instanceof String key) {
        values.put(key, of(entry.getValueExpression()));
      } else {
        return Given.UNKNOWN;
      }
    }
    return values;
  }

  /** The duration that {@code 60.s} and its like are; null for anything else. */
  static Duration duration(Expression expression) {
    if (!(expression instanceof PropertyExpression property)
        || !(property.getObjectExpression() instanceof ConstantExpression constant)
        || !(constant.getValue() instanceof Number count)) {
      return null;
    }
    long unit = milliseconds(property.getPropertyAsString());
    return unit == 0
        ? null
        : Duration.ofMillis(
            new BigDecimal(count.toString()).multiply(BigDecimal.valueOf(unit)).longValue());
  }

  private static long milliseconds(String unit) {
    return switch (String.valueOf(unit)) {
      case "ms" -> 1;
      case "s" -> 1000;
      case "min" -> 60_000;
      case "h" -> 3_600_000;
      case "d" -> 86_400_000;
      default -> 0;
    };
  }
}
