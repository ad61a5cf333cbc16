package kit.template.syntax;

import java.util.ArrayList;
import java.util.List;
import kit.template.syntax.Token.Kind;
import kit.template.tree.Call;
import kit.template.tree.CallBlock;
import kit.template.tree.Define;
import kit.template.tree.Expr;
import kit.template.tree.MacroBody;
import kit.template.tree.Stmt;

/** Reads macros, and calls that hand a block over. */
final class Macros {
  private final Parser parser;
  private final Tokens tokens;
  private final Targets targets;

  Macros(Parser parser, Targets targets) {
    this.parser = parser;
    this.tokens = parser.tokens;
    this.targets = targets;
  }

  Stmt macro() {
    String name = targets.name();
    MacroUse use = parser.expressions.openMacro();
    List<String> parameters = new ArrayList<>();
    Expr[] defaults = parameters(parameters);
    Stmt[] body = body("endmacro");
    parser.expressions.closeMacro();
    return new Define(code(name, parameters, defaults, body, use));
  }

  Stmt call(int line) {
    List<String> parameters = new ArrayList<>();
    Expr[] defaults = {};
    if (tokens.current().isOperator("(")) {
      defaults = parameters(parameters);
    }
    if (!(parser.expressions.expression() instanceof Call call)) {
      throw new SyntaxError("expected call", line);
    }
    MacroUse use = parser.expressions.openMacro();
    Stmt[] body = body("endcall");
    parser.expressions.closeMacro();
    return new CallBlock(call, code("caller", parameters, defaults, body, use));
  }

  private Stmt[] body(String end) {
    tokens.skipOperator(":");
    tokens.expect(Kind.BLOCK_END);
    Stmt[] body = parser.body(end);
    tokens.next();
    return body;
  }

  private static MacroBody code(
      String name, List<String> parameters, Expr[] defaults, Stmt[] body, MacroUse use) {
    return new MacroBody(
        name,
        parameters.toArray(new String[0]),
        defaults,
        body,
        use.rest(),
        use.named(),
        use.caller() && !parameters.contains("caller"));
  }

  private Expr[] parameters(List<String> names) {
    List<Expr> defaults = new ArrayList<>();
    tokens.expectOperator("(");
    while (!tokens.current().isOperator(")")) {
      if (!names.isEmpty()) {
        tokens.expectOperator(",");
      }
      names.add(targets.name());
      if (tokens.skipOperator("=")) {
        defaults.add(parser.expressions.expression());
      } else if (!defaults.isEmpty()) {
        throw new SyntaxError("non-default argument follows default argument", tokens.line());
      }
    }
    tokens.expectOperator(")");
    return defaults.toArray(new Expr[0]);
  }
}
