package kit.template.syntax;

import java.util.ArrayList;
import java.util.List;
import kit.catalog.Suggestion;
import kit.template.syntax.Token.Kind;
import kit.template.tree.Assign;
import kit.template.tree.AssignBlock;
import kit.template.tree.Block;
import kit.template.tree.Data;
import kit.template.tree.Expr;
import kit.template.tree.Extends;
import kit.template.tree.FilterBlock;
import kit.template.tree.Filtered;
import kit.template.tree.For;
import kit.template.tree.If;
import kit.template.tree.Print;
import kit.template.tree.Scoped;
import kit.template.tree.Stmt;
import kit.template.tree.Target;
import kit.template.tree.With;

/** Reads what stands in a tag. */
final class Statements {
  private final Parser parser;
  private final Tokens tokens;
  private final Expressions expressions;
  private final Targets targets;
  private final Macros macros;
  private final Imports imports;

  Statements(Parser parser) {
    this.parser = parser;
    this.tokens = parser.tokens;
    this.expressions = parser.expressions;
    this.targets = new Targets(tokens, expressions, parser.names);
    this.macros = new Macros(parser, targets);
    this.imports = new Imports(tokens, expressions, targets, parser.names);
  }

  private static final List<String> WORDS =
      List.of(
          "for",
          "if",
          "set",
          "with",
          "block",
          "extends",
          "print",
          "filter",
          "autoescape",
          "macro",
          "call",
          "include",
          "import",
          "from",
          "raw",
          "elif",
          "else");

  /**
   * A word that begins no statement.
   *
   * @param open the statement that it stands in; null if there is none
   */
  static SyntaxError unknown(Token token, Token open) {
    String word = token.describe();
    boolean closes = word.startsWith("end") || word.equals("else") || word.equals("elif");
    if (closes && open != null) {
      return new SyntaxError(
          "'" + word + "' stands within the '" + open.text() + "' of line " + open.line(),
          token,
          "close it first: {% end" + open.text() + " %}");
    }
    return closes
        ? new SyntaxError("'" + word + "' closes nothing", token)
        : new SyntaxError(
            "there is no statement '" + word + "'",
            token,
            Suggestion.hint(word, WORDS, "docs/templates.md lists them"));
  }

  /** The statement; null if it leaves nothing to do. */
  Stmt statement() {
    Token token = tokens.current();
    if (!token.is(Kind.NAME)) {
      throw new SyntaxError("tag name expected", token);
    }
    tokens.next();
    parser.open.push(token);
    Stmt statement = statement(token, token.line());
    parser.open.pop();
    return statement;
  }

  private Stmt statement(Token token, int line) {
    return switch (token.text()) {
      case "for" -> loop(line);
      case "if" -> condition(line);
      case "set" -> set(line);
      case "with" -> with();
      case "block" -> block(line);
      case "extends" -> {
        int column = tokens.current().column();
        Expr name = expressions.expression();
        parser.names.other(name, true, true, line, column);
        yield new Extends(name, line);
      }
      case "print" -> new Print(expressions.tuple(true, null, false), line);
      case "filter" -> filter();
      case "autoescape" -> {
        expressions.expression();
        yield new Scoped(body("endautoescape"));
      }
      case "macro" -> macros.macro();
      case "call" -> macros.call(line);
      case "include" -> imports.include(line);
      case "import" -> imports.whole(line);
      case "from" -> imports.names(line);
      default -> {
        parser.open.pop();
        throw unknown(token, parser.open.peek());
      }
    };
  }

  /** The statements up to the end of the block, whose word is skipped. */
  private Stmt[] body(String end) {
    Stmt[] body = open(end);
    tokens.next();
    return body;
  }

  private Stmt[] open(String... ends) {
    tokens.skipOperator(":");
    tokens.expect(Kind.BLOCK_END);
    return parser.body(ends);
  }

  private Stmt loop(int line) {
    Target target = targets.target("in");
    tokens.expectName("in");
    Expr items = expressions.tuple(false, "recursive", false);
    Expr test = tokens.skipName("if") ? expressions.expression() : null;
    boolean recursive = tokens.skipName("recursive");
    Stmt[] body = open("else", "endfor");
    Stmt[] otherwise = {};
    if (tokens.next().isName("else")) {
      otherwise = body("endfor");
    }
    return new For(target, items, test, body, otherwise, recursive, line);
  }

  private Stmt condition(int line) {
    List<Expr> tests = new ArrayList<>(1);
    List<Stmt[]> bodies = new ArrayList<>(1);
    Stmt[] otherwise = {};
    boolean more = true;
    while (more) {
      tests.add(expressions.tuple(false, null, false));
      bodies.add(open("elif", "else", "endif"));
      Token token = tokens.next();
      more = token.isName("elif");
      if (token.isName("else")) {
        otherwise = body("endif");
      }
    }
    return new If(tests.toArray(new Expr[0]), bodies.toArray(new Stmt[0][]), otherwise, line);
  }

  private Stmt set(int line) {
    Target target = targets.assigned();
    if (tokens.skipOperator("=")) {
      return new Assign(target, expressions.tuple(true, null, false), line);
    }
    Filtered filter = null;
    while (tokens.skipOperator("|")) {
      filter = expressions.filter(filter);
    }
    return new AssignBlock(target, filter, body("endset"), line);
  }

  private Stmt with() {
    List<Target> names = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    while (!tokens.current().is(Kind.BLOCK_END)) {
      if (!names.isEmpty()) {
        tokens.expectOperator(",");
      }
      names.add(targets.target(null));
      tokens.expectOperator("=");
      values.add(expressions.expression());
    }
    return new With(names.toArray(new Target[0]), values.toArray(new Expr[0]), body("endwith"));
  }

  private Stmt filter() {
    Filtered filter = expressions.filter(null);
    while (tokens.skipOperator("|")) {
      filter = expressions.filter(filter);
    }
    return new FilterBlock(filter, body("endfilter"));
  }

  private Stmt block(int line) {
    String name = tokens.expect(Kind.NAME).text();
    boolean scoped = tokens.skipName("scoped");
    boolean required = tokens.skipName("required");
    Stmt[] body = body("endblock");
    tokens.skipName(name);
    for (Stmt statement : body) {
      boolean blank = statement instanceof Data data && data.text().isBlank();
      if (required && !blank) {
        throw new SyntaxError("Required blocks can only contain comments or whitespace", line);
      }
    }
    Block block = new Block(name, body, scoped, required);
    parser.add(block, line);
    return block;
  }
}
