package kit.script.compiler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kit.model.Mistake;
import kit.script.language.Place;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.AssertStatement;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/**
 * Rewrites one script: every word of the language and every name that is not the script's own
 * becomes one explicit call that knows its place, in closures and functions alike.
 */
final class Rewriter extends ClassCodeExpressionTransformer {

  private final SourceUnit source;
  private final Vocabulary vocabulary;
  private final Findings findings;
  private final Scopes scopes = new Scopes();
  private final Emit emit = new Emit();
  private final TryRule tries = new TryRule();
  private final AssignmentRule assignments;
  private final Locals locals;
  private final CallRewriter calls;
  private final ReadPaths paths;
  private final ResultRule results;
  private final Place top;

  /**
   * @param top what the script itself is: a playbook or a file of tasks
   * @param watched whether calls tell which variables of the script can be seen from them
   */
  Rewriter(
      SourceUnit source, Vocabulary vocabulary, Findings findings, Place top, boolean watched) {
    this.locals = new Locals(watched);
    this.top = top;
    this.source = source;
    this.vocabulary = vocabulary;
    this.findings = findings;
    this.results = new ResultRule(vocabulary);
    this.paths = new ReadPaths(vocabulary, scopes, findings);
    this.assignments = new AssignmentRule(scopes, vocabulary, findings);
    this.calls =
        new CallRewriter(this, vocabulary, scopes, findings, emit, tries, assignments, locals);
  }

  void rewrite(ClassNode script) {
    // fields are initialised in every instance, before there is a host; a prompt has no such thing
    scopes.enter(
        top == Place.ANYWHERE || top == Place.QUERY
            ? scopes.separate(top, false)
            : new Scopes.Block(top, 0, false, true, false));
    visitClass(script);
    scopes.leave();
    tries.report(findings);
    results.report(findings);
  }

  @Override
  protected SourceUnit getSourceUnit() {
    return source;
  }

  @Override
  protected void visitConstructorOrMethod(MethodNode node, boolean isConstructor) {
    if (node.isScriptBody()) {
      super.visitConstructorOrMethod(node, isConstructor);
    } else if (OwnNames.isFunction(node)) {
      if (node.isStatic()) {
        findings.problem(node, "a function cannot be static", "leave static out");
      }
      if (node.getName().equals("run") || node.getName().equals("main")) {
        findings.problem(node, "a function cannot be called '" + node.getName() + "'", "rename it");
      }
      named("function", node.getName(), node);
      tries.enterFunction(node.getName());
      scopes.enter(scopes.separate(Place.ANYWHERE, false));
      locals.enterFunction();
      declare(node.getParameters());
      super.visitConstructorOrMethod(node, isConstructor);
      locals.leaveFunction();
      scopes.leave();
      tries.leave();
    }
  }

  @Override
  protected void visitAnnotation(AnnotationNode node) {
    Transform.refuseGrab(node, findings);
  }

  @Override
  public Expression transform(Expression expression) {
    if (expression instanceof MethodCallExpression call) {
      paths.see(call);
      return calls.call(call);
    }
    if (expression instanceof VariableExpression variable) {
      return variable(variable);
    }
    if (expression instanceof ClosureExpression closure) {
      return closure(closure, scopes.own());
    }
    if (expression instanceof DeclarationExpression declaration) {
      return declaration(declaration);
    }
    if (expression instanceof BinaryExpression binary) {
      return binary(binary);
    }
    if (expression instanceof BooleanExpression condition) {
      results.tested(condition.getExpression());
    }
    if (expression instanceof ElvisOperatorExpression elvis) {
      results.tested(elvis.getTrueExpression());
    }
    if (expression instanceof PrefixExpression prefix) {
      assignments.assigned(prefix.getExpression(), prefix);
    } else if (expression instanceof PostfixExpression postfix) {
      assignments.assigned(postfix.getExpression(), postfix);
    } else if (expression instanceof GStringExpression string) {
      return text(string);
    } else if (expression instanceof PropertyExpression property) {
      return property(property);
    }
    return expression == null ? null : expression.transformExpression(this);
  }

  /** Rewrites what stands in a closure, as a block of this kind. */
  Expression closure(ClosureExpression closure, Scopes.Block block) {
    scopes.enter(block);
    locals.enter();
    Parameter[] parameters = closure.getParameters();
    if (!block.verb() && parameters != null && parameters.length == 0) {
      locals.declare("it");
    }
    declare(parameters);
    closure.getCode().visit(this);
    locals.leave();
    scopes.leave();
    return closure;
  }

  private Expression variable(VariableExpression variable) {
    if (!vocabulary.own().unknown(variable.getAccessedVariable()) || scopes.now().delegating()) {
      return variable;
    }
    String name = variable.getName();
    if (!scopes.now().place().perHost()) {
      findings.problem(
          variable,
          "'" + name + "' has no value " + scopes.now().place() + ", only for a host",
          "use it in a task, or in a closure: vars x: { " + name + " }",
          Mistake.WRONG_PLACE);
    } else {
      findings.index().read(name, findings.place(variable));
    }
    return emit.variable(variable);
  }

  private Expression declaration(DeclarationExpression declaration) {
    visitAnnotations(declaration);
    Expression initial = declaration.getRightExpression();
    declaration.setRightExpression(transform(initial));
    if (declaration.getLeftExpression() instanceof TupleExpression tuple) {
      tuple.getExpressions().forEach(each -> declare((VariableExpression) each, null));
    } else {
      declare(declaration.getVariableExpression(), declaration.getRightExpression());
      results.declared(declaration.getVariableExpression(), initial);
    }
    return declaration;
  }

  private void declare(VariableExpression variable, Expression initial) {
    named("variable", variable.getName(), variable);
    findings.index().local(variable.getName());
    locals.declare(variable.getName());
    scopes.declare(variable, initial);
  }

  private void declare(Parameter... parameters) {
    if (parameters != null) {
      for (Parameter parameter : parameters) {
        named("parameter", parameter.getName(), parameter);
        findings.index().local(parameter.getName());
        locals.declare(parameter.getName());
        scopes.declare(parameter, null);
        if (parameter.hasInitialExpression()) {
          parameter.setInitialExpression(transform(parameter.getInitialExpression()));
        }
      }
    }
  }

  private void named(String what, String name, ASTNode at) {
    String taken =
        what.equals("function") ? vocabulary.taken(name) : vocabulary.takenInBodies(name);
    if (taken != null) {
      findings.problem(
          at,
          "a " + what + " cannot be called '" + name + "', which is " + taken,
          "rename it",
          Mistake.TAKEN_NAME);
    }
  }

  private Expression binary(BinaryExpression binary) {
    int operator = binary.getOperation().getType();
    if (Types.ofType(operator, Types.ASSIGNMENT_OPERATOR)) {
      Expression target = binary.getLeftExpression();
      if (top == Place.QUERY) {
        findings.problem(binary, "a query changes nothing", "== compares");
        return binary;
      }
      assignments.assigned(target, binary);
      results.assigned(target);
      boolean plain = target instanceof VariableExpression || target instanceof TupleExpression;
      binary.setLeftExpression(plain ? target : target.transformExpression(this));
      binary.setRightExpression(transform(binary.getRightExpression()));
      return binary;
    }
    paths.see(binary);
    if (operator == Types.LOGICAL_AND || operator == Types.LOGICAL_OR) {
      results.tested(binary.getLeftExpression());
      results.tested(binary.getRightExpression());
    } else if (operator == Types.PLUS && isText(binary.getLeftExpression())) {
      results.printed(binary.getRightExpression());
    }
    if (operator == Types.LEFT_SHIFT) {
      assignments.added(binary);
    }
    if (operator == Types.LEFT_SQUARE_BRACKET && top == Place.QUERY) {
      binary.setSafe(true);
    }
    String order = top == Place.QUERY ? Emit.order(operator) : null;
    if (order != null) {
      Expression left = transform(binary.getLeftExpression());
      return emit.ordered(binary, order, left, transform(binary.getRightExpression()));
    }
    Expression made = binary.transformExpression(this);
    return operator == Types.PLUS ? Constants.joined((BinaryExpression) made) : made;
  }

  private static boolean isText(Expression expression) {
    return expression instanceof GStringExpression
        || expression instanceof ConstantExpression constant
            && constant.getValue() instanceof String;
  }

  private Expression text(GStringExpression string) {
    List<Expression> parts = new ArrayList<>();
    List<ConstantExpression> texts = string.getStrings();
    for (int i = 0; i < texts.size(); i++) {
      if (!"".equals(texts.get(i).getValue())) {
        parts.add(texts.get(i));
      }
      if (i < string.getValues().size()) {
        results.printed(string.getValue(i));
        parts.add(transform(string.getValue(i)));
      }
    }
    return emit.text(string, parts);
  }

  private Expression property(PropertyExpression property) {
    paths.see(property);
    Duration duration = Constants.duration(property);
    if (duration != null) {
      return emit.duration(property, duration.toMillis());
    }
    String name = property.getPropertyAsString();
    if (property.isSafe() && !property.isSpreadSafe() && name != null) {
      return emit.optional(property, transform(property.getObjectExpression()), name);
    }
    if (top == Place.QUERY && !property.isSpreadSafe() && name != null) {
      return emit.field(property.getProperty(), transform(property.getObjectExpression()), name);
    }
    return property.transformExpression(this);
  }

  @Override
  public void visitBlockStatement(BlockStatement block) {
    AttemptChain.join(block.getStatements());
    locals.enter();
    super.visitBlockStatement(block);
    locals.leave();
  }

  @Override
  public void visitExpressionStatement(ExpressionStatement statement) {
    labels(statement);
    if (statement.getExpression() instanceof VariableExpression word
        && scopes.now().verb()
        && vocabulary.own().unknown(word.getAccessedVariable())
        && vocabulary.taken(word.getName()) != null) {
      String name = word.getName();
      findings.problem(word, "'" + name + "' alone does nothing", "write " + name + "()");
      return;
    }
    super.visitExpressionStatement(statement);
  }

  /** What looks like YAML is a label to Groovy, and does nothing. */
  private void labels(ExpressionStatement statement) {
    List<String> labels = statement.getStatementLabels();
    if (labels != null && !labels.isEmpty()) {
      String label = labels.get(labels.size() - 1);
      findings.problem(
          statement,
          "'" + label + ":' at the beginning of a line names nothing",
          "arguments stand behind a word, with commas: apt name: 'nginx', state: 'present'",
          Mistake.SYNTAX);
    }
  }

  @Override
  public void visitForLoop(ForStatement loop) {
    locals.enter();
    if (loop.getValueVariable() != null) {
      declare(loop.getValueVariable());
    }
    super.visitForLoop(loop);
    locals.leave();
  }

  @Override
  public void visitCatchStatement(CatchStatement statement) {
    locals.enter();
    declare(statement.getVariable());
    super.visitCatchStatement(statement);
    locals.leave();
  }

  @Override
  public void visitTryCatchFinally(TryCatchStatement statement) {
    tries.enterTry(statement);
    super.visitTryCatchFinally(statement);
    tries.leave();
  }

  @Override
  public void visitAssertStatement(AssertStatement statement) {
    findings.problem(
        statement, "assert is a keyword of Groovy", "the module is called ensure: ensure(...)");
  }
}
