package kit.script.compiler;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import kit.script.language.Place;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;

/** Where the rewriting is: the blocks around it, and where each variable was declared. */
final class Scopes {

  /**
   * A block.
   *
   * @param place what may be said there
   * @param body number of the piece of code that runs as one for one host; 0 for code that is read
   * @param delegating whether names may belong to an object that only the run knows: {@code with}
   * @param verb whether it is the block of a verb
   * @param value whether it is no block but a named argument, whose closures give values
   */
  record Block(Place place, int body, boolean delegating, boolean verb, boolean value) {}

  private record Declared(int body, boolean collection) {}

  private final Deque<Block> blocks = new ArrayDeque<>();
  private final Map<Variable, Declared> variables = new IdentityHashMap<>();
  private int bodies;

  Block now() {
    return blocks.getFirst();
  }

  void enter(Block block) {
    blocks.push(block);
  }

  void leave() {
    blocks.pop();
  }

  /** A block that is run on its own, for any host. */
  Block separate(Place place, boolean verb) {
    return new Block(place, ++bodies, false, verb, false);
  }

  /** A block that belongs to the one around it. */
  Block inner(boolean delegating) {
    Block outer = now();
    return new Block(outer.place(), outer.body(), delegating || outer.delegating(), false, false);
  }

  /** The block of a verb that belongs to the code around it. */
  Block part() {
    Block outer = now();
    return outer.body() == 0 || outer.value()
        ? own()
        : new Block(outer.place(), outer.body(), outer.delegating(), true, false);
  }

  /** The named arguments of a verb or module. */
  Block value() {
    Block outer = now();
    return new Block(outer.place(), outer.body(), outer.delegating(), false, true);
  }

  /** A closure that stands for itself: it may be kept and called from anywhere. */
  Block own() {
    Block outer = now();
    int body = outer.body() == 0 ? ++bodies : outer.body();
    if (outer.value()) {
      return new Block(Place.VALUE, body, false, false, false);
    }
    return outer.body() == 0 ? new Block(Place.ANYWHERE, body, false, false, false) : inner(false);
  }

  void declare(Variable variable, Expression initial) {
    boolean collection =
        initial instanceof ListExpression
            || initial instanceof MapExpression
            || initial instanceof ConstructorCallExpression;
    variables.put(variable, new Declared(now().body(), collection));
  }

  /** Whether a variable was declared outside of the code that runs as one for one host. */
  boolean foreign(Variable variable) {
    Declared declared = variables.get(variable);
    return declared != null && declared.body() != now().body() && now().body() != 0;
  }

  boolean collection(Variable variable) {
    Declared declared = variables.get(variable);
    return declared != null && declared.collection();
  }
}
