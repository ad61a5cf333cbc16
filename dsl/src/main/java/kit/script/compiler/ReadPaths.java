package kit.script.compiler;

import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/** Notes what is read by constant names of objects that are strict: {@code facts.os.family}. */
final class ReadPaths {

  private final Vocabulary vocabulary;
  private final Scopes scopes;
  private final Findings findings;

  ReadPaths(Vocabulary vocabulary, Scopes scopes, Findings findings) {
    this.vocabulary = vocabulary;
    this.scopes = scopes;
    this.findings = findings;
  }

  /** {@code vars['x']}: it may be missing. */
  void see(BinaryExpression index) {
    if (index.getOperation().getType() == Types.LEFT_SQUARE_BRACKET) {
      asked(index.getLeftExpression(), index.getRightExpression());
    }
  }

  /** {@code vars.get('x')}: it may be missing. */
  void see(MethodCallExpression call) {
    if ("get".equals(call.getMethodAsString())
        && call.getArguments() instanceof ArgumentListExpression list
        && list.getExpressions().size() == 1) {
      asked(call.getObjectExpression(), list.getExpression(0));
    }
  }

  private void asked(Expression on, Expression name) {
    if (on instanceof VariableExpression variable
        && variable.getName().equals("vars")
        && Constants.of(name) instanceof String text) {
      findings.index().meant(text, findings.place(name));
    }
  }

  void see(PropertyExpression property) {
    if (property.isSafe() && property.getPropertyAsString() != null) {
      asked(property.getObjectExpression(), property.getProperty());
    }
    String path = path(property);
    VariableExpression root = root(property);
    if (path == null
        || root == null
        || scopes.now().delegating()
        || !scopes.now().place().perHost()) {
      return;
    }
    if (root.getName().equals("facts")) {
      findings.index().fact(path, findings.place(property.getProperty()));
    } else if (root.getName().equals("vars") && path.indexOf('.') < 0) {
      findings.index().read(path, findings.place(property.getProperty()));
    }
  }

  /** The names with dots between them; null if one is computed or may be missing. */
  private static String path(PropertyExpression property) {
    String name = property.getPropertyAsString();
    if (name == null || property.isSafe() || property.isSpreadSafe()) {
      return null;
    }
    if (property.getObjectExpression() instanceof PropertyExpression outer) {
      String before = path(outer);
      return before == null ? null : before + "." + name;
    }
    return name;
  }

  private VariableExpression root(PropertyExpression property) {
    Expression at = property;
    while (at instanceof PropertyExpression inner) {
      at = inner.getObjectExpression();
    }
    boolean named =
        at instanceof VariableExpression variable
            && vocabulary.own().unknown(variable.getAccessedVariable());
    return named ? (VariableExpression) at : null;
  }
}
