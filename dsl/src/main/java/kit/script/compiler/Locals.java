package kit.script.compiler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** The script's own variables that can be seen from where the rewriting is. */
final class Locals {

  private final boolean watched;
  private final Deque<List<String>> blocks = new ArrayDeque<>();
  private final Deque<Deque<List<String>>> around = new ArrayDeque<>();

  /**
   * @param watched whether anybody wants to see them
   */
  Locals(boolean watched) {
    this.watched = watched;
  }

  /** A block that sees what is around it. */
  void enter() {
    blocks.push(new ArrayList<>());
  }

  void leave() {
    blocks.pop();
  }

  /** A function, which sees only its own. */
  void enterFunction() {
    around.push(new ArrayDeque<>(blocks));
    blocks.clear();
    enter();
  }

  void leaveFunction() {
    blocks.clear();
    blocks.addAll(around.pop());
  }

  void declare(String name) {
    if (!blocks.isEmpty()) {
      blocks.peek().add(name);
    }
  }

  /** A map of their names and values; null if nobody wants it. */
  MapExpression seen() {
    if (!watched) {
      return null;
    }
    Set<String> names = new LinkedHashSet<>();
    blocks.forEach(names::addAll);
    MapExpression seen = new MapExpression();
    for (String name : names) {
      seen.addMapEntryExpression(new ConstantExpression(name), new VariableExpression(name));
    }
    return seen;
  }
}
