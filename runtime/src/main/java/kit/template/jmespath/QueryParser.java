package kit.template.jmespath;

import java.util.ArrayList;
import java.util.List;
import kit.template.python.PythonError;

/** Reads a query by the binding power of its signs. */
final class QueryParser {
  private static final int DEPTH = 200;
  private final List<QueryToken> tokens;
  private int at;
  private int depth;

  QueryParser(List<QueryToken> tokens) {
    this.tokens = tokens;
  }

  Node read() {
    Node node = expression(0);
    if (!is("end")) {
      throw wrong();
    }
    return node;
  }

  private QueryToken peek() {
    return tokens.get(at);
  }

  private boolean is(String kind) {
    return peek().kind().equals(kind);
  }

  private QueryToken next() {
    return tokens.get(at++);
  }

  private void expect(String kind) {
    if (!is(kind)) {
      throw wrong();
    }
    at++;
  }

  private PythonError wrong() {
    String what = peek().value() == null ? peek().kind() : String.valueOf(peek().value());
    return new PythonError("Error in jmespath query: unexpected '" + what + "'");
  }

  private static int power(String kind) {
    return switch (kind) {
      case "|" -> 1;
      case "||" -> 2;
      case "&&" -> 3;
      case "==", "!=", "<", "<=", ">", ">=" -> 5;
      case "[]" -> 9;
      case "*" -> 20;
      case "[?" -> 21;
      case "." -> 40;
      case "!" -> 45;
      case "{" -> 50;
      case "[" -> 55;
      case "(" -> 60;
      default -> 0;
    };
  }

  private Node expression(int power) {
    if (++depth > DEPTH) {
      throw new PythonError("the query is nested too deeply");
    }
    Node left = prefix(next());
    while (power < power(peek().kind())) {
      left = infix(left, next());
    }
    depth--;
    return left;
  }

  private Node prefix(QueryToken token) {
    switch (token.kind()) {
      case "name":
        return is("(") ? function((String) token.value()) : new Nodes.Field(token.value());
      case "quoted":
        return new Nodes.Field(token.value());
      case "literal":
        return new Nodes.Constant(token.value());
      case "@":
        return new Nodes.Current();
      case "*":
        return new Nodes.Values(new Nodes.Current(), projected(20));
      case "[]":
        return new Nodes.Projection(new Nodes.Flatten(new Nodes.Current()), projected(9));
      case "[?":
        return filter(new Nodes.Current());
      case "!":
        return new Nodes.Not(expression(45));
      case "&":
        return new Nodes.Reference(expression(0));
      case "(":
        Node inside = expression(0);
        expect(")");
        return inside;
      case "{":
        return hash();
      case "[":
        boolean star = is("*") && tokens.get(at + 1).kind().equals("]");
        return is("number") || is(":") || star ? index(new Nodes.Current()) : list();
      default:
        at--;
        throw wrong();
    }
  }

  private Node infix(Node left, QueryToken token) {
    switch (token.kind()) {
      case ".":
        if (is("*")) {
          at++;
          return new Nodes.Values(left, projected(20));
        }
        return new Nodes.Chain(left, dotted());
      case "|":
        return new Nodes.Chain(left, expression(1));
      case "||":
        return new Nodes.Either(false, left, expression(2));
      case "&&":
        return new Nodes.Either(true, left, expression(3));
      case "[]":
        return new Nodes.Projection(new Nodes.Flatten(left), projected(9));
      case "[?":
        return filter(left);
      case "[":
        if (!is("number") && !is(":") && !is("*")) {
          throw wrong();
        }
        return index(left);
      case "==", "!=", "<", "<=", ">", ">=":
        return new Nodes.Compared(token.kind(), left, expression(5));
      default:
        at--;
        throw wrong();
    }
  }

  private Node dotted() {
    if (is("[")) {
      at++;
      return list();
    }
    if (is("{")) {
      at++;
      return hash();
    }
    if (!is("name") && !is("quoted")) {
      throw wrong();
    }
    return expression(40);
  }

  /** What is applied to each item of a projection. */
  private Node projected(int power) {
    if (power(peek().kind()) < 10) {
      return new Nodes.Current();
    }
    if (is(".")) {
      at++;
      if (is("*")) {
        at++;
        return new Nodes.Values(new Nodes.Current(), projected(20));
      }
      return continued(dotted(), power);
    }
    if (is("[") || is("[?")) {
      return continued(new Nodes.Current(), power);
    }
    throw wrong();
  }

  private Node continued(Node first, int power) {
    Node left = first;
    while (power < power(peek().kind())) {
      left = infix(left, next());
    }
    return left;
  }

  private Node filter(Node left) {
    Node condition = expression(0);
    expect("]");
    Node right = is("[]") ? new Nodes.Current() : projected(21);
    return new Nodes.Filter(left, condition, right);
  }

  private Node index(Node left) {
    if (is("*")) {
      at++;
      expect("]");
      return new Nodes.Projection(left, projected(20));
    }
    Integer[] parts = new Integer[3];
    int part = 0;
    while (!is("]")) {
      if (is(":") && part < 2) {
        part++;
        at++;
      } else if (is("number") && parts[part] == null) {
        parts[part] = (Integer) next().value();
      } else {
        throw wrong();
      }
    }
    at++;
    return part == 0
        ? new Nodes.Position(left, parts[0])
        : new Nodes.Projection(new Nodes.Part(left, parts[0], parts[1], parts[2]), projected(20));
  }

  private Node list() {
    List<Node> items = new ArrayList<>();
    do {
      items.add(expression(0));
    } while (comma("]"));
    return new Nodes.MultiList(items);
  }

  private boolean comma(String end) {
    if (is(",")) {
      at++;
      return true;
    }
    expect(end);
    return false;
  }

  private Node hash() {
    List<Object> names = new ArrayList<>();
    List<Node> values = new ArrayList<>();
    do {
      if (!is("name") && !is("quoted")) {
        throw wrong();
      }
      names.add(next().value());
      expect(":");
      values.add(expression(0));
    } while (comma("}"));
    return new Nodes.MultiHash(names, values);
  }

  private Node function(String name) {
    expect("(");
    List<Node> arguments = new ArrayList<>();
    if (is(")")) {
      at++;
      return new QueryFunctions(name, arguments);
    }
    do {
      arguments.add(expression(0));
    } while (comma(")"));
    return new QueryFunctions(name, arguments);
  }
}
