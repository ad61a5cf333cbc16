package kit.script.compiler;

import java.util.Set;
import kit.model.Mistake;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** What bodies may not change: anything declared outside of them, because all hosts share it. */
final class AssignmentRule {

  private static final Set<String> CHANGING =
      Set.of(
          "add",
          "addAll",
          "put",
          "putAll",
          "putAt",
          "leftShift",
          "push",
          "pop",
          "remove",
          "removeAll",
          "removeIf",
          "retainAll",
          "removeAt",
          "clear",
          "set",
          "swap");

  private final Scopes scopes;
  private final Vocabulary vocabulary;
  private final Findings findings;

  AssignmentRule(Scopes scopes, Vocabulary vocabulary, Findings findings) {
    this.scopes = scopes;
    this.vocabulary = vocabulary;
    this.findings = findings;
  }

  /** Something is assigned, also by {@code ++} and {@code +=}. */
  void assigned(Expression target, ASTNode at) {
    if (target instanceof TupleExpression tuple) {
      tuple.getExpressions().forEach(each -> assigned(each, at));
    } else if (target instanceof VariableExpression variable) {
      assigned(variable, at);
    } else if (root(target) instanceof VariableExpression variable) {
      shared(variable, at, "changed");
    }
  }

  private void assigned(VariableExpression variable, ASTNode at) {
    String name = variable.getName();
    Variable accessed = variable.getAccessedVariable();
    if (vocabulary.own().unknown(accessed)) {
      if (!scopes.now().delegating()) {
        findings.index().meant(name, findings.place(at));
        findings.problem(
            at,
            "'" + name + "' is not declared",
            "say def " + name + " = ..., or setFact " + name + ": ... for later tasks");
      }
    } else if (vocabulary.own().field(name) && !(accessed instanceof VariableExpression)) {
      findings.problem(
          at,
          "'" + name + "' cannot be assigned: each host has a copy of the script",
          "say its value where it is declared, or use setFact",
          Mistake.SHARED_VARIABLE);
    } else {
      shared(variable, at, "assigned");
    }
  }

  /** {@code list << x}. */
  void added(BinaryExpression shift) {
    if (shift.getLeftExpression() instanceof VariableExpression variable
        && scopes.collection(variable.getAccessedVariable())) {
      shared(variable, shift, "changed");
    }
  }

  /** A method call with a receiver. */
  void called(MethodCallExpression call) {
    if (call.getObjectExpression() instanceof VariableExpression variable
        && CHANGING.contains(String.valueOf(call.getMethodAsString()))
        && scopes.collection(variable.getAccessedVariable())) {
      shared(variable, call, "changed");
    }
  }

  private void shared(VariableExpression variable, ASTNode at, String what) {
    if (scopes.foreign(variable.getAccessedVariable())) {
      findings.problem(
          at,
          "'" + variable.getName() + "' is declared outside of this block and cannot be " + what,
          "hosts would overwrite one another: declare it inside, or use setFact",
          Mistake.SHARED_VARIABLE);
    }
  }

  /** The variable that a chain of properties and indexes starts from. */
  private static Expression root(Expression expression) {
    Expression root = expression;
    while (true) {
      if (root instanceof PropertyExpression property) {
        root = property.getObjectExpression();
      } else if (root instanceof BinaryExpression index) {
        root = index.getLeftExpression();
      } else {
        return root;
      }
    }
  }
}
