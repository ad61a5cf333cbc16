package kit.script.compiler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import kit.script.value.ResultObject;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * A result is neither true nor false, and has no text. Where a variable holds the result of a call
 * and nothing else, the source shows that; for the rest see {@link ResultObject}.
 */
final class ResultRule {

  private record Use(VariableExpression at, String message, String hint) {}

  private final Vocabulary vocabulary;
  private final Set<Variable> results = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Use> uses = new ArrayList<>();

  ResultRule(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** {@code def r = command 'x'}. */
  void declared(VariableExpression variable, Expression initial) {
    if (initial instanceof MethodCallExpression call
        && call.isImplicitThis()
        && call.getMethodAsString() != null
        && !vocabulary.own().functions().contains(call.getMethodAsString())
        && vocabulary.verbs().find(call.getMethodAsString()) == null
        && vocabulary.module(call.getMethodAsString()).isPresent()) {
      results.add(variable);
    }
  }

  /** What is assigned later may be anything. */
  void assigned(Expression target) {
    if (target instanceof TupleExpression tuple) {
      tuple.getExpressions().forEach(this::assigned);
    } else if (target instanceof VariableExpression variable) {
      results.remove(variable.getAccessedVariable());
    }
  }

  /** A condition. */
  void tested(Expression condition) {
    if (condition instanceof VariableExpression variable) {
      String name = variable.getName();
      String hint = "say " + name + ".changed, !" + name + ".failed or " + name + ".rc == 0";
      uses.add(new Use(variable, "a result is neither true nor false", hint));
    }
  }

  /** A part of a text. */
  void printed(Expression part) {
    if (part instanceof VariableExpression variable) {
      String name = variable.getName();
      String hint = "say " + name + ".stdout, " + name + ".changed or another field";
      uses.add(new Use(variable, "a result has no text", hint));
    }
  }

  void report(Findings findings) {
    for (Use use : uses) {
      if (results.contains(use.at().getAccessedVariable())) {
        findings.problem(use.at(), use.message(), use.hint());
      }
    }
  }
}
