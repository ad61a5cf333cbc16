package kit.script.prompt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kit.catalog.ModuleCatalog;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.script.PlaybookLoader;
import kit.script.compiler.Compilation;
import kit.script.language.Order;
import kit.script.language.Place;
import kit.script.scope.TaskFile;
import kit.script.verb.PlaybookVerbs;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.syntax.Types;

/** Takes apart what is typed in an interactive session. */
public final class PromptReader {

  private final PlaybookLoader loader;
  private final ModuleCatalog catalog;

  /**
   * @param loader compiles, and knows the roles
   */
  public PromptReader(PlaybookLoader loader, ModuleCatalog catalog) {
    this.loader = loader;
    this.catalog = catalog;
  }

  /**
   * Compiles code of a statement; the functions that it calls stand behind it.
   *
   * @param name what places in it are called
   * @param functions those that it may call
   * @throws KitException with everything that is wrong with it
   */
  public PromptCode compile(String code, String name, Collection<PromptFunction> functions) {
    Set<String> words = PromptWords.of(parse(code, name).getStatementBlock());
    List<PromptFunction> called = new ArrayList<>();
    for (boolean more = true; more; ) {
      more = false;
      for (PromptFunction each : functions) {
        if (words.contains(each.name()) && !called.contains(each)) {
          called.add(each);
          words.addAll(each.words());
          more = true;
        }
      }
    }
    StringBuilder text = new StringBuilder(code);
    called.forEach(each -> text.append('\n').append(each.text()));
    called.forEach(each -> words.remove(each.name()));
    TaskFile made = loader.line(text.toString(), name);
    return new PromptCode(made.script(), made.index(), words, text.toString(), called);
  }

  /**
   * The functions and statements of a text.
   *
   * @param sets whether a name stands for hosts
   * @throws KitException if it cannot be read
   */
  public PromptInput read(String text, String name, Predicate<String> sets) {
    ModuleNode module = parse(text, name);
    PromptText whole = new PromptText(text);
    PromptText all = whole;
    List<PromptFunction> functions = new ArrayList<>();
    for (MethodNode method : module.getMethods()) {
      int from = whole.offset(method);
      int to = whole.offset(method.getLastLineNumber(), method.getLastColumnNumber());
      String key = method.getName() + "/" + method.getParameters().length;
      Set<String> words = PromptWords.of(method.getCode());
      functions.add(new PromptFunction(method.getName(), key, text.substring(from, to), words));
      all = all.without(from, to);
    }
    List<PromptStatement> statements = new ArrayList<>();
    List<Statement> parts = module.getStatementBlock().getStatements();
    if (functions.isEmpty() && parts.isEmpty()) {
      statements.add(new PromptStatement("", text, "", "", text.strip()));
    }
    for (int i = 0; i < parts.size(); i++) {
      int from = all.offset(parts.get(i));
      int to = i + 1 < parts.size() ? all.offset(parts.get(i + 1)) : text.length();
      statements.add(statement(parts.get(i), all, from, to, sets, name));
    }
    return new PromptInput(functions, statements);
  }

  private PromptStatement statement(
      Statement part, PromptText all, int from, int to, Predicate<String> sets, String name) {
    Expression expression =
        part instanceof ExpressionStatement single ? single.getExpression() : null;
    if (expression instanceof MethodCallExpression call
        && call.isImplicitThis()
        && "play".equals(call.getMethodAsString())) {
      throw new KitException(
          new Problem(
              new Location(name, call.getLineNumber(), call.getColumnNumber()),
              "a play stands in a playbook, not in a line",
              "write it to a file, then :run FILE; or type what its tasks do"));
    }
    String assigned = "";
    int begin = from;
    if (expression instanceof BinaryExpression binary
        && binary.getOperation().getType() == Types.ASSIGN
        && binary.getLeftExpression() instanceof VariableExpression variable) {
      assigned = variable.getName();
      begin = all.text().indexOf('=', all.offset(variable) + assigned.length()) + 1;
      expression = binary.getRightExpression();
    }
    String code = all.only(begin, to);
    if (expression instanceof MethodCallExpression call) {
      Optional<PromptStatement> chosen = chosen(call, all, begin, to, assigned, code, sets);
      if (chosen.isPresent()) {
        return chosen.get();
      }
    }
    String said = PromptText.said(code);
    boolean closure = !assigned.isEmpty() && expression instanceof ClosureExpression;
    return new PromptStatement(assigned, closure ? all.bracketed(begin, to) : code, "", "", said);
  }

  /** A call whose hosts are named before it: {@code web.apt name: 'x'} or {@code web { ... }}. */
  private Optional<PromptStatement> chosen(
      MethodCallExpression call,
      PromptText all,
      int begin,
      int to,
      String assigned,
      String code,
      Predicate<String> sets) {
    String name = String.valueOf(call.getMethodAsString());
    if (!call.isImplicitThis() && catalog.nameOf(name).isPresent()) {
      int method = all.offset(call.getMethod());
      String before = all.only(begin, method).stripTrailing();
      if (before.endsWith(".")) {
        String receiver = before.substring(0, before.length() - 1);
        return Optional.of(
            new PromptStatement(
                assigned, code, receiver, all.only(method, to), PromptText.said(code)));
      }
    }
    ClosureExpression block = block(call);
    if (call.isImplicitThis() && block != null && (sets.test(name) || name.equals("hosts"))) {
      int open = all.offset(block);
      int close = all.text().lastIndexOf('}', to - 1);
      return Optional.of(
          new PromptStatement(
              assigned,
              code,
              all.only(begin, open),
              all.only(open + 1, close),
              PromptText.said(code)));
    }
    return Optional.empty();
  }

  private static ClosureExpression block(MethodCallExpression call) {
    if (call.getArguments() instanceof ArgumentListExpression list
        && !list.getExpressions().isEmpty()
        && list.getExpressions().get(list.getExpressions().size() - 1)
            instanceof ClosureExpression closure) {
      return closure;
    }
    return null;
  }

  private ModuleNode parse(String text, String name) {
    CompilationUnit unit = new CompilationUnit(Compilation.configuration());
    unit.addSource("Prompt.groovy", text);
    try {
      unit.compile(Phases.CONVERSION);
      return unit.getAST().getModules().get(0);
    } catch (MultipleCompilationErrorsException e) {
      throw new KitException(
          Order.byPlace(Compilation.problems(e, name, text, PlaybookVerbs.all(), catalog)));
    } catch (CompilationFailedException e) {
      throw new KitException(String.valueOf(e.getMessage()), "");
    }
  }

  /** The words that a session itself understands, beside modules. */
  public static Set<String> words() {
    return PromptScope.WORDS;
  }

  /** All words that may stand in a body. */
  public static Set<String> verbs() {
    return Set.copyOf(PlaybookVerbs.all().words(Place.BODY));
  }
}
