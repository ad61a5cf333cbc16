package kit.template.syntax;

import java.util.ArrayList;
import java.util.List;
import kit.template.syntax.Token.Kind;
import kit.template.tree.Binary;
import kit.template.tree.Comparison;
import kit.template.tree.Concat;
import kit.template.tree.Conditional;
import kit.template.tree.Expr;
import kit.template.tree.ListOf;
import kit.template.tree.Literal;
import kit.template.tree.Logic;
import kit.template.tree.Names;
import kit.template.tree.Unary;

/** Reads operators, from the weakest to the strongest. */
class Expressions extends Operands {
  private static final int DEPTH = 200;
  private int depth;

  Expressions(Tokens tokens, Library library, Names names) {
    super(tokens, library, names);
  }

  @Override
  Expr expression() {
    if (++depth > DEPTH) {
      throw new SyntaxError("the expression is nested too deeply", tokens.line());
    }
    Expr result = or();
    while (tokens.skipName("if")) {
      Expr test = or();
      Expr otherwise = tokens.skipName("else") ? expression() : null;
      result = new Conditional(test, result, otherwise);
    }
    depth--;
    return result;
  }

  private Expr or() {
    Expr left = and();
    while (tokens.skipName("or")) {
      left = new Logic(false, left, and());
    }
    return left;
  }

  private Expr and() {
    Expr left = not();
    while (tokens.skipName("and")) {
      left = new Logic(true, left, not());
    }
    return left;
  }

  private Expr not() {
    return tokens.skipName("not") ? new Unary("not", not()) : comparison();
  }

  private Expr comparison() {
    Expr first = sum();
    List<String> operators = new ArrayList<>(0);
    List<Expr> others = new ArrayList<>(0);
    String operator = comparing();
    while (operator != null) {
      operators.add(operator);
      others.add(sum());
      operator = comparing();
    }
    return others.isEmpty()
        ? first
        : new Comparison(first, operators.toArray(new String[0]), others.toArray(new Expr[0]));
  }

  private String comparing() {
    Token token = tokens.current();
    if (token.is(Kind.OPERATOR)) {
      switch (token.text()) {
        case "==", "!=", "<", "<=", ">", ">=":
          return tokens.next().text();
        default:
          return null;
      }
    }
    if (tokens.skipName("in")) {
      return "in";
    }
    if (token.isName("not") && tokens.ahead().isName("in")) {
      tokens.next();
      tokens.next();
      return "not in";
    }
    return null;
  }

  private Expr sum() {
    Expr left = concat();
    while (tokens.current().isOperator("+") || tokens.current().isOperator("-")) {
      left = new Binary(tokens.next().text(), left, concat());
    }
    return left;
  }

  private Expr concat() {
    Expr first = product();
    if (!tokens.current().isOperator("~")) {
      return first;
    }
    List<Expr> parts = new ArrayList<>();
    parts.add(first);
    while (tokens.skipOperator("~")) {
      parts.add(product());
    }
    return new Concat(parts.toArray(new Expr[0]));
  }

  private Expr product() {
    Expr left = power();
    while (true) {
      Token token = tokens.current();
      boolean product =
          token.isOperator("*")
              || token.isOperator("/")
              || token.isOperator("//")
              || token.isOperator("%");
      if (!product) {
        return left;
      }
      left = new Binary(tokens.next().text(), left, power());
    }
  }

  // Unlike Python's, Jinja's powers are taken from the left.
  private Expr power() {
    Expr left = unary(true);
    while (tokens.skipOperator("**")) {
      left = new Binary("**", left, unary(true));
    }
    return left;
  }

  @Override
  Expr unary(boolean withFilter) {
    if (++depth > DEPTH) {
      throw new SyntaxError("the expression is nested too deeply", tokens.line());
    }
    int mark = names.mark();
    Expr result;
    if (tokens.skipOperator("-")) {
      result = new Unary("-", unary(false));
    } else if (tokens.skipOperator("+")) {
      result = new Unary("+", unary(false));
    } else {
      result = primary();
    }
    result = postfix(result);
    depth--;
    return withFilter ? filters(result, mark) : result;
  }

  /** Values with commas between them are a tuple; {@code words} end it besides the usual signs. */
  @Override
  Expr tuple(boolean conditional, String word, boolean parentheses) {
    List<Expr> items = new ArrayList<>();
    boolean comma = false;
    while (true) {
      if (!items.isEmpty()) {
        if (!tokens.skipOperator(",")) {
          break;
        }
        comma = true;
      }
      if (tupleEnds(word)) {
        break;
      }
      items.add(conditional ? expression() : or());
    }
    if (items.isEmpty() && !parentheses) {
      throw new SyntaxError(
          "Expected an expression, got '" + tokens.current().describe() + "'", tokens.line());
    }
    return items.size() == 1 && !comma
        ? items.get(0)
        : new ListOf(items.toArray(new Expr[0]), true);
  }

  private boolean tupleEnds(String word) {
    Token token = tokens.current();
    return token.is(Kind.VARIABLE_END)
        || token.is(Kind.BLOCK_END)
        || token.isOperator(")")
        || word != null && token.isName(word);
  }

  /** Whether the expression is a value that the template itself holds. */
  static boolean isConstant(Expr expression) {
    return expression instanceof Literal;
  }
}
