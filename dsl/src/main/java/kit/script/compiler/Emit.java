package kit.script.compiler;

import java.util.ArrayList;
import java.util.List;
import kit.script.language.PlaybookScript;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/** Makes the explicit calls on the script instance that the words of the language become. */
final class Emit {

  private final ClassNode script = ClassHelper.make(PlaybookScript.class);

  /**
   * A verb or module.
   *
   * @param seen the script's own variables there; null if nobody wants to see them
   */
  Expression call(
      Expression name,
      ASTNode at,
      Expression named,
      List<Expression> positional,
      MapExpression seen) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(name);
    arguments.add(number(at.getLineNumber()));
    arguments.add(number(at.getColumnNumber()));
    arguments.add(named == null ? new ConstantExpression(null) : named);
    arguments.add(new ListExpression(positional));
    if (seen != null) {
      arguments.add(seen);
    }
    String method = seen == null ? "kit$call" : "kit$watched";
    return invoke(at, method, arguments.toArray(Expression[]::new));
  }

  /** A name that is not the script's own. */
  Expression variable(VariableExpression name) {
    return invoke(
        name,
        "kit$variable",
        new ConstantExpression(name.getName()),
        number(name.getLineNumber()),
        number(name.getColumnNumber()));
  }

  /** {@code target?.name}. */
  Expression optional(ASTNode at, Expression target, String name) {
    return invoke(at, "kit$optional", target, new ConstantExpression(name));
  }

  /** {@code target.name} where it may be missing: in a query. */
  Expression field(ASTNode at, Expression target, String name) {
    return invoke(
        at,
        "kit$field",
        target,
        new ConstantExpression(name),
        number(at.getLineNumber()),
        number(at.getColumnNumber()));
  }

  /** {@code left < right} where one may be missing: in a query. */
  Expression ordered(ASTNode at, String operator, Expression left, Expression right) {
    return invoke(
        at,
        "kit$ordered",
        new ConstantExpression(operator),
        left,
        right,
        number(at.getLineNumber()),
        number(at.getColumnNumber()));
  }

  /** The sign of an operator that compares by size; null if it does something else. */
  static String order(int operator) {
    return switch (operator) {
      case Types.COMPARE_LESS_THAN -> "<";
      case Types.COMPARE_LESS_THAN_EQUAL -> "<=";
      case Types.COMPARE_GREATER_THAN -> ">";
      case Types.COMPARE_GREATER_THAN_EQUAL -> ">=";
      default -> null;
    };
  }

  /** A text with values in it. */
  Expression text(ASTNode at, List<Expression> parts) {
    return invoke(at, "kit$text", new ListExpression(parts));
  }

  Expression duration(ASTNode at, long milliseconds) {
    return invoke(at, "kit$duration", new ConstantExpression(milliseconds, true));
  }

  /** A call of a method on the script instance, also from closures and whatever its name is. */
  static MethodCallExpression self(ASTNode at, String method, Expression arguments) {
    MethodCallExpression call =
        new MethodCallExpression(new VariableExpression("this"), method, arguments);
    call.setImplicitThis(false);
    call.setSourcePosition(at);
    return call;
  }

  private Expression invoke(ASTNode at, String method, Expression... arguments) {
    MethodCallExpression call = self(at, method, new ArgumentListExpression(arguments));
    MethodNode target = script.getMethods(method).get(0);
    call.setMethodTarget(target);
    return call;
  }

  private static Expression number(int value) {
    return new ConstantExpression(value, true);
  }
}
