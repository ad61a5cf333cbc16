package kit.template.syntax;

import java.util.ArrayList;
import java.util.List;
import kit.catalog.Suggestion;
import kit.template.python.Function;
import kit.template.syntax.Token.Kind;
import kit.template.tree.Arguments;
import kit.template.tree.Attribute;
import kit.template.tree.Call;
import kit.template.tree.DictOf;
import kit.template.tree.Expr;
import kit.template.tree.Filtered;
import kit.template.tree.Item;
import kit.template.tree.ListOf;
import kit.template.tree.Literal;
import kit.template.tree.Name;
import kit.template.tree.Names;
import kit.template.tree.SliceOf;
import kit.template.tree.Tested;

/** Reads what operators stand between: values with attributes, calls, filters and tests. */
abstract class Operands {
  final Tokens tokens;
  final Names names;
  private final Library words;
  private final List<MacroUse> macros = new ArrayList<>(0);
  private boolean changes;

  Operands(Tokens tokens, Library words, Names names) {
    this.tokens = tokens;
    this.words = words;
    this.names = names;
  }

  abstract Expr expression();

  abstract Expr unary(boolean withFilter);

  abstract Expr tuple(boolean conditional, String word, boolean parentheses);

  /** Whether a method was called that changes a list or dict. */
  boolean changes() {
    return changes;
  }

  /** Notes what the names read from now on say of the macro that is being read. */
  MacroUse openMacro() {
    MacroUse use = new MacroUse();
    macros.add(use);
    return use;
  }

  void closeMacro() {
    macros.remove(macros.size() - 1);
  }

  Expr primary() {
    Token token = tokens.current();
    switch (token.kind()) {
      case NAME:
        return name(tokens.next());
      case STRING:
        StringBuilder text = new StringBuilder();
        while (tokens.current().is(Kind.STRING)) {
          text.append(tokens.next().text());
        }
        return new Literal(text.toString());
      case INTEGER, FLOAT:
        return new Literal(tokens.next().value());
      default:
        break;
    }
    if (tokens.skipOperator("(")) {
      Expr inside = tuple(true, null, true);
      tokens.expectOperator(")");
      return inside;
    }
    if (tokens.skipOperator("[")) {
      return list();
    }
    if (tokens.skipOperator("{")) {
      return dict();
    }
    throw new SyntaxError("unexpected '" + token.describe() + "'", token);
  }

  private Expr name(Token token) {
    return switch (token.text()) {
      case "true", "True" -> new Literal(true);
      case "false", "False" -> new Literal(false);
      case "none", "None" -> new Literal(null);
      default -> {
        for (MacroUse macro : macros) {
          macro.see(token.text());
        }
        Name name = new Name(token.text(), token.line(), token.column());
        names.read(name);
        yield name;
      }
    };
  }

  private Expr list() {
    List<Expr> items = new ArrayList<>();
    while (!tokens.current().isOperator("]")) {
      if (!items.isEmpty()) {
        tokens.expectOperator(",");
      }
      if (tokens.current().isOperator("]")) {
        break;
      }
      items.add(expression());
    }
    tokens.expectOperator("]");
    return new ListOf(items.toArray(new Expr[0]), false);
  }

  private Expr dict() {
    List<Expr> keys = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    while (!tokens.current().isOperator("}")) {
      if (!keys.isEmpty()) {
        tokens.expectOperator(",");
      }
      if (tokens.current().isOperator("}")) {
        break;
      }
      keys.add(expression());
      tokens.expectOperator(":");
      values.add(expression());
    }
    tokens.expectOperator("}");
    return new DictOf(keys.toArray(new Expr[0]), values.toArray(new Expr[0]));
  }

  Expr postfix(Expr value) {
    Expr result = value;
    while (true) {
      if (tokens.skipOperator(".")) {
        result = attribute(result);
      } else if (tokens.skipOperator("[")) {
        result = subscript(result);
      } else if (tokens.current().isOperator("(")) {
        result = call(result);
      } else {
        return result;
      }
    }
  }

  private Expr attribute(Expr target) {
    Token token = tokens.next();
    if (token.is(Kind.NAME)) {
      return new Attribute(target, token.text());
    }
    if (token.is(Kind.INTEGER)) {
      return new Item(target, new Literal(token.value()));
    }
    throw new SyntaxError("expected name or number", token);
  }

  private Expr subscript(Expr target) {
    List<Expr> keys = new ArrayList<>(1);
    boolean comma = false;
    while (!tokens.current().isOperator("]")) {
      if (!keys.isEmpty()) {
        tokens.expectOperator(",");
        comma = true;
      }
      keys.add(key());
    }
    tokens.expectOperator("]");
    if (keys.isEmpty()) {
      throw new SyntaxError("expected subscript expression", tokens.line());
    }
    Expr[] all = keys.toArray(new Expr[0]);
    return new Item(target, comma ? new ListOf(all, true) : all[0]);
  }

  private Expr key() {
    Expr start = tokens.current().isOperator(":") ? null : expression();
    if (!tokens.skipOperator(":")) {
      return start;
    }
    Expr stop = bound();
    Expr step = tokens.skipOperator(":") ? bound() : null;
    return new SliceOf(start, stop, step);
  }

  private Expr bound() {
    Token token = tokens.current();
    boolean none = token.isOperator(":") || token.isOperator("]") || token.isOperator(",");
    return none ? null : expression();
  }

  Call call(Expr target) {
    if (target instanceof Attribute method) {
      switch (method.name()) {
        case "append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse":
        case "update", "setdefault", "popitem":
          changes = true;
          break;
        default:
          break;
      }
    }
    int line = tokens.line();
    return new Call(target, arguments(), line);
  }

  private Arguments arguments() {
    tokens.expectOperator("(");
    List<Expr> positional = new ArrayList<>(2);
    List<String> names = new ArrayList<>(0);
    List<Expr> named = new ArrayList<>(0);
    Expr star = null;
    Expr stars = null;
    boolean comma = false;
    while (!tokens.current().isOperator(")")) {
      if (comma) {
        tokens.expectOperator(",");
        if (tokens.current().isOperator(")")) {
          break;
        }
      }
      boolean late = star != null || stars != null;
      if (tokens.skipOperator("*")) {
        ensure(!late);
        star = expression();
      } else if (tokens.skipOperator("**")) {
        ensure(stars == null);
        stars = expression();
      } else if (tokens.current().is(Kind.NAME) && tokens.ahead().isOperator("=")) {
        ensure(stars == null);
        names.add(tokens.next().text());
        tokens.next();
        named.add(expression());
      } else {
        ensure(!late && named.isEmpty());
        positional.add(expression());
      }
      comma = true;
    }
    tokens.expectOperator(")");
    return new Arguments(
        positional.toArray(new Expr[0]),
        names.toArray(new String[0]),
        named.toArray(new Expr[0]),
        star,
        stars);
  }

  private void ensure(boolean right) {
    if (!right) {
      throw new SyntaxError("invalid syntax for function call expression", tokens.line());
    }
  }

  /**
   * @param mark how many names had been read before the value
   */
  Expr filters(Expr value, int mark) {
    Expr result = value;
    while (true) {
      if (tokens.current().isOperator("|")) {
        tokens.next();
        result = filter(result, mark);
      } else if (tokens.skipName("is")) {
        result = test(result, mark);
      } else if (tokens.current().isOperator("(")) {
        result = call(result);
      } else {
        return result;
      }
    }
  }

  private static String near(String wrong, List<String> known, String chapter) {
    return Suggestion.hint(wrong, known, "docs/templates.md lists them under " + chapter);
  }

  private String dotted() {
    StringBuilder name = new StringBuilder(tokens.expect(Kind.NAME).text());
    while (tokens.skipOperator(".")) {
      name.append('.').append(tokens.expect(Kind.NAME).text());
    }
    return name.toString();
  }

  Filtered filter(Expr value) {
    return filter(value, names.mark());
  }

  private Filtered filter(Expr value, int mark) {
    Token word = tokens.current();
    int line = word.line();
    String name = dotted();
    Function filter = words.filter(name);
    if (filter == null) {
      throw new SyntaxError(
          "there is no filter '" + name + "'", word, near(name, words.filters(), "Filters"));
    }
    if (name.equals("default") || name.equals("d")) {
      names.guard(mark);
    }
    boolean called = tokens.current().isOperator("(");
    Arguments arguments = called ? arguments() : Arguments.NONE;
    if (name.equals("map")) {
      inner(arguments.positional());
    }
    return new Filtered(value, filter, arguments, line);
  }

  /**
   * A filter that is named as an argument may be one that users write, which only this place knows.
   */
  private void inner(Expr[] arguments) {
    if (arguments.length > 0
        && arguments[0] instanceof Literal it
        && it.content() instanceof String) {
      Function own = words.filter((String) it.content());
      arguments[0] = own == null ? it : new Literal(own);
    }
  }

  private Expr test(Expr value, int mark) {
    boolean negated = tokens.skipName("not");
    Token word = tokens.current();
    int line = word.line();
    String name = dotted();
    Function test = words.test(name);
    if (test == null) {
      throw new SyntaxError(
          "there is no test '" + name + "'", word, near(name, words.tests(), "Tests"));
    }
    if (name.equals("defined") || name.equals("undefined")) {
      names.guard(mark);
    }
    Arguments arguments = Arguments.NONE;
    if (tokens.current().isOperator("(")) {
      arguments = arguments();
    } else if (startsArgument(tokens.current())) {
      if (tokens.current().isName("is")) {
        throw new SyntaxError("You cannot chain multiple tests with is", line);
      }
      Expr argument = postfix(primary());
      arguments = new Arguments(new Expr[] {argument}, new String[0], new Expr[0], null, null);
    }
    return new Tested(value, test, arguments, negated, line);
  }

  private static boolean startsArgument(Token token) {
    return switch (token.kind()) {
      case STRING, INTEGER, FLOAT -> true;
      case NAME -> !token.isName("else") && !token.isName("or") && !token.isName("and");
      case OPERATOR -> token.isOperator("[") || token.isOperator("{");
      default -> false;
    };
  }
}
