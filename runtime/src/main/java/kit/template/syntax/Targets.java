package kit.template.syntax;

import java.util.ArrayList;
import java.util.List;
import kit.template.syntax.Token.Kind;
import kit.template.tree.Names;
import kit.template.tree.Target;

/** Reads what values are given to. */
final class Targets {
  private final Tokens tokens;
  private final Expressions expressions;
  private final Names names;

  Targets(Tokens tokens, Expressions expressions, Names names) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.names = names;
  }

  /** A name of its own. */
  String name() {
    return check(tokens.expect(Kind.NAME)).text();
  }

  /** A name, several, or an attribute of a namespace. */
  Target assigned() {
    if (tokens.current().is(Kind.NAME) && tokens.ahead().isOperator(".")) {
      String namespace = tokens.next().text();
      tokens.next();
      return new Target.Inside(namespace, tokens.expect(Kind.NAME).text());
    }
    return target(null);
  }

  /** A name or several; {@code end} is the word behind them. */
  Target target(String end) {
    List<Target> found = new ArrayList<>(1);
    boolean comma = false;
    do {
      boolean ends =
          tokens.current().isOperator("=")
              || tokens.current().isOperator(")")
              || tokens.current().is(Kind.BLOCK_END)
              || end != null && tokens.current().isName(end);
      if (comma && ends) {
        break;
      }
      found.add(one());
      comma = comma || tokens.current().isOperator(",");
    } while (end(comma));
    return found.size() == 1 && !comma
        ? found.get(0)
        : new Target.Many(found.toArray(new Target[0]));
  }

  private boolean end(boolean comma) {
    return comma && tokens.skipOperator(",");
  }

  private Target one() {
    Token token = tokens.current();
    if (tokens.skipOperator("(") || tokens.skipOperator("[")) {
      Target inside = target(null);
      tokens.expectOperator(token.isOperator("(") ? ")" : "]");
      return inside;
    }
    if (token.is(Kind.NAME)) {
      return new Target.One(check(tokens.next()).text());
    }
    expressions.primary();
    throw new SyntaxError("can't assign to '" + token.describe() + "'", token);
  }

  private Token check(Token token) {
    switch (token.text()) {
      case "true", "false", "none", "True", "False", "None":
        throw new SyntaxError("can't assign to '" + token.text() + "'", token);
      default:
        names.give(token.text());
        return token;
    }
  }
}
