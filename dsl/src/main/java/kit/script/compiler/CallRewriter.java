package kit.script.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.model.Location;
import kit.model.Mistake;
import kit.script.language.AttemptWords;
import kit.script.language.ConfirmArguments;
import kit.script.language.Place;
import kit.script.language.Verb;
import kit.script.language.WrongPlace;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Rewrites calls: verbs, modules, the script's own functions, and methods of objects. */
final class CallRewriter {

  /** Methods whose closures run where they stand; others may give their names to an object. */
  private static final Set<String> PLAIN =
      Set.of(
          "each",
          "eachWithIndex",
          "reverseEach",
          "collect",
          "collectEntries",
          "collectMany",
          "find",
          "findAll",
          "findResult",
          "findResults",
          "findIndexOf",
          "any",
          "every",
          "inject",
          "groupBy",
          "countBy",
          "count",
          "sort",
          "toSorted",
          "unique",
          "toUnique",
          "min",
          "max",
          "sum",
          "split",
          "grep",
          "times",
          "upto",
          "downto",
          "step",
          "takeWhile",
          "dropWhile",
          "eachLine",
          "replaceAll",
          "forEach",
          "call",
          "map",
          "filter",
          "ifPresent");

  private final Rewriter rewriter;
  private final Vocabulary vocabulary;
  private final Scopes scopes;
  private final Findings findings;
  private final Emit emit;
  private final TryRule tries;
  private final AssignmentRule assignments;
  private final ConfirmRule confirms;
  private final Locals locals;

  CallRewriter(
      Rewriter rewriter,
      Vocabulary vocabulary,
      Scopes scopes,
      Findings findings,
      Emit emit,
      TryRule tries,
      AssignmentRule assignments,
      Locals locals) {
    this.locals = locals;
    this.rewriter = rewriter;
    this.vocabulary = vocabulary;
    this.scopes = scopes;
    this.findings = findings;
    this.emit = emit;
    this.tries = tries;
    this.assignments = assignments;
    this.confirms = new ConfirmRule(findings);
  }

  Expression call(MethodCallExpression call) {
    AttemptChain attempt = AttemptChain.of(call);
    if (attempt != null
        && !vocabulary.own().functions().contains(attempt.first().getMethodAsString())) {
      return attempt(attempt);
    }
    if (!call.isImplicitThis() && !isThis(call.getObjectExpression())) {
      return method(call);
    }
    String name = call.getMethodAsString();
    if (name == null) {
      tries.callsModule();
      return said(call, rewriter.transform(call.getMethod()), scopes.own(), arguments(call));
    }
    if (vocabulary.own().functions().contains(name)) {
      tries.callsFunction(name);
      return Emit.self(call, name, transformed(call.getArguments(), scopes.own()));
    }
    Verb verb = vocabulary.verbs().find(name);
    if (verb != null) {
      return verb(call, verb);
    }
    Optional<String> module = vocabulary.module(name);
    if (module.isPresent()) {
      return module(call, name, module.get());
    }
    if (!scopes.now().delegating() && !vocabulary.own().field(name)) {
      Place place = scopes.now().place();
      boolean structure = !place.perHost() || place == Place.QUERY;
      findings.problem(
          call.getMethod(),
          (structure ? "unknown word '" : "unknown module '") + name + "'",
          vocabulary.hint(name, place),
          structure ? Mistake.UNKNOWN_WORD : Mistake.UNKNOWN_MODULE);
      CallArguments arguments = arguments(call);
      findings.index().unknown(arguments.given());
      return said(call, new ConstantExpression(name), scopes.own(), arguments);
    }
    call.setArguments(transformed(call.getArguments(), scopes.own()));
    return call;
  }

  private Expression verb(MethodCallExpression call, Verb verb) {
    ASTNode at = call.getMethod();
    Place place = scopes.now().place();
    if (place != Place.ANYWHERE && !verb.places().contains(place)) {
      findings.problem(WrongPlace.problem(verb, findings.place(at), place));
    }
    if (verb.runs()) {
      tries.callsModule();
    }
    CallArguments arguments = arguments(call);
    findings.index().verb(verb.word(), arguments.given(), arguments.open());
    boolean body = place == Place.BODY || place == Place.ANYWHERE;
    switch (verb.word()) {
      case "include" -> findings.index().include(arguments.given(), findings.place(at), body);
      case "role" -> findings.index().role(arguments, findings.place(at), body);
      default -> {}
    }
    boolean play = verb.word().equals("play") && place == Place.PLAYBOOK;
    if (play) {
      findings.index().play(findings.place(at));
    }
    boolean confirm = verb.word().equals(ConfirmArguments.WORD);
    if (confirm) {
      confirms.enter(at, arguments);
    }
    Expression said = said(call, new ConstantExpression(verb.word()), block(verb), arguments);
    if (confirm) {
      confirms.leave();
    }
    if (play) {
      findings.index().play(Location.NONE);
    }
    return said;
  }

  private Scopes.Block block(Verb verb) {
    Place inside = verb.block(scopes.now().place());
    return switch (inside) {
      case PLAY, PLAYBOOK, TASKS -> new Scopes.Block(inside, 0, false, true, false);
      case BODY, VALUE, QUERY -> scopes.separate(inside, true);
      case ANYWHERE -> scopes.part();
    };
  }

  /** {@code attempt { } rescue { e -> } always { }}: one call with three blocks. */
  private Expression attempt(AttemptChain chain) {
    ASTNode at = chain.first().getMethod();
    Place place = scopes.now().place();
    Verb verb = vocabulary.verbs().find(AttemptWords.ATTEMPT);
    if (!chain.wrong().isEmpty()) {
      findings.problem(
          at,
          chain.wrong(),
          "attempt { ... } rescue { e -> ... } always { ... }",
          Mistake.WRONG_PLACE);
    } else if (place != Place.ANYWHERE && !verb.places().contains(place)) {
      findings.problem(WrongPlace.problem(verb, findings.place(at), place));
    }
    if (!place.perHost() && chain.rescue() != null) {
      refuseParameters(chain.rescue());
      findings.index().declares(AttemptWords.FAILURE, findings.place(at));
    }
    MapExpression later = new MapExpression();
    put(later, AttemptWords.RESCUE, chain.rescue());
    put(later, AttemptWords.ALWAYS, chain.always());
    findings.index().beginAttempt();
    List<Expression> body =
        chain.body() == null ? List.of() : List.of(rewriter.closure(chain.body(), part()));
    findings.index().endAttempt();
    return emit.call(new ConstantExpression(AttemptWords.ATTEMPT), at, later, body, seen());
  }

  /** Tasks are read once, for all hosts: there is no failure yet. */
  private void refuseParameters(ClosureExpression rescue) {
    if (rescue.getParameters() != null && rescue.getParameters().length > 0) {
      findings.problem(
          rescue.getParameters()[0],
          "a rescue of tasks takes no parameter",
          "its tasks have a variable: " + AttemptWords.FAILURE + ".message");
    }
  }

  /** A block of an attempt: calls of a body, or tasks. */
  private Scopes.Block part() {
    return block(vocabulary.verbs().find(AttemptWords.ATTEMPT));
  }

  private void put(MapExpression map, String name, ClosureExpression block) {
    if (block != null) {
      map.addMapEntryExpression(new ConstantExpression(name), rewriter.closure(block, part()));
    }
  }

  private Expression module(MethodCallExpression call, String written, String name) {
    ASTNode at = call.getMethod();
    Place place = scopes.now().place();
    if (place != Place.BODY && place != Place.ANYWHERE) {
      findings.problem(WrongPlace.module(name, findings.place(at), place));
    }
    tries.callsModule();
    CallArguments arguments = arguments(call);
    if (arguments.closure() != null) {
      findings.problem(arguments.closure(), name + " takes no block", "see kit doc " + name);
    }
    arguments.refuseDecimalModes(findings);
    confirms.module(name, at);
    findings.index().module(written, name, findings.place(at), arguments.given(), arguments.open());
    return said(call, new ConstantExpression(name), scopes.own(), arguments);
  }

  private Expression said(
      MethodCallExpression call, Expression name, Scopes.Block block, CallArguments arguments) {
    List<Expression> positional = new ArrayList<>();
    for (Expression each : arguments.positional()) {
      positional.add(
          each instanceof ClosureExpression closure
              ? rewriter.closure(closure, block)
              : rewriter.transform(each));
    }
    Expression named = null;
    if (arguments.named() != null) {
      scopes.enter(scopes.value());
      named = rewriter.transform(arguments.named());
      scopes.leave();
    }
    return emit.call(name, call.getMethod(), named, positional, seen());
  }

  /** What is read once for all hosts is no place to look around. */
  private MapExpression seen() {
    Place place = scopes.now().place();
    return place == Place.BODY || place == Place.ANYWHERE ? locals.seen() : null;
  }

  private CallArguments arguments(MethodCallExpression call) {
    return CallArguments.of(call, findings);
  }

  /** A method of an object. */
  private Expression method(MethodCallExpression call) {
    assignments.called(call);
    boolean plain = PLAIN.contains(String.valueOf(call.getMethodAsString()));
    Expression arguments = transformed(call.getArguments(), scopes.inner(!plain));
    MethodCallExpression same =
        new MethodCallExpression(
            rewriter.transform(call.getObjectExpression()),
            rewriter.transform(call.getMethod()),
            arguments);
    same.setSafe(call.isSafe() || scopes.now().place() == Place.QUERY);
    same.setSpreadSafe(call.isSpreadSafe());
    same.setImplicitThis(false);
    same.setGenericsTypes(call.getGenericsTypes());
    same.setSourcePosition(call);
    return same;
  }

  /** Arguments whose closures are blocks of this kind. */
  private Expression transformed(Expression arguments, Scopes.Block block) {
    if (!(arguments instanceof ArgumentListExpression list)) {
      return rewriter.transform(arguments);
    }
    ArgumentListExpression same = new ArgumentListExpression();
    for (Expression each : list.getExpressions()) {
      same.addExpression(
          each instanceof ClosureExpression closure
              ? rewriter.closure(closure, block)
              : rewriter.transform(each));
    }
    same.setSourcePosition(arguments);
    return same;
  }

  private static boolean isThis(Expression expression) {
    return expression instanceof VariableExpression variable && variable.isThisExpression();
  }
}
