package kit.template.syntax;

import java.util.List;
import kit.template.syntax.Token.Kind;

/** The pieces of a template, read one after the other. */
final class Tokens {
  private final List<Token> all;
  private int at;

  Tokens(List<Token> all) {
    this.all = all;
  }

  Token current() {
    return all.get(at);
  }

  /** The piece behind the current one. */
  Token ahead() {
    return all.get(Math.min(at + 1, all.size() - 1));
  }

  int line() {
    return current().line();
  }

  /** Goes on; the piece that was current. */
  Token next() {
    Token token = all.get(at);
    at = Math.min(at + 1, all.size() - 1);
    return token;
  }

  boolean skipName(String name) {
    boolean is = current().isName(name);
    at += is ? 1 : 0;
    return is;
  }

  boolean skipOperator(String operator) {
    boolean is = current().isOperator(operator);
    at += is ? 1 : 0;
    return is;
  }

  void expectOperator(String operator) {
    if (!skipOperator(operator)) {
      throw expected(operator);
    }
  }

  void expectName(String name) {
    if (!skipName(name)) {
      throw expected(name);
    }
  }

  Token expect(Kind kind) {
    if (!current().is(kind)) {
      throw expected(new Token(kind, "name", null, 0, 0).describe());
    }
    return next();
  }

  SyntaxError expected(String what) {
    return current().is(Kind.END)
        ? new SyntaxError("unexpected end of template, expected '" + what + "'", current())
        : new SyntaxError(
            "expected token '" + what + "', got '" + current().describe() + "'", current());
  }
}
