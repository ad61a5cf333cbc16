package kit.template.tree;

import java.util.List;
import java.util.Map;
import kit.template.python.Attributes;
import kit.template.python.Callable;
import kit.template.python.Compare;
import kit.template.python.Items;
import kit.template.python.PythonError;
import kit.template.python.Tuple;
import kit.template.python.Undefined;

/** What a template knows of the loop it is in. */
final class Loop implements Attributes, Callable {
  private final For statement;
  private final List<?> items;
  private final Frame outer;
  private final int depth;
  private int index = -1;
  private Object last = NONE;

  Loop(For statement, List<?> items, Frame outer, int depth) {
    this.statement = statement;
    this.items = items;
    this.outer = outer;
    this.depth = depth;
  }

  boolean next() {
    return ++index < items.size();
  }

  Object item() {
    return items.get(index);
  }

  @Override
  public Object attribute(String name) {
    int size = items.size();
    return switch (name) {
      case "index" -> index + 1;
      case "index0" -> index;
      case "revindex" -> size - index;
      case "revindex0" -> size - index - 1;
      case "first" -> index == 0;
      case "last" -> index == size - 1;
      case "length" -> size;
      case "depth" -> depth;
      case "depth0" -> depth - 1;
      case "previtem" -> neighbour(index - 1, "there is no previous item");
      case "nextitem" -> neighbour(index + 1, "there is no next item");
      case "cycle" -> (Callable) (positional, named) -> cycle(positional);
      case "changed" -> (Callable) (positional, named) -> changed(Tuple.of(positional));
      default -> NONE;
    };
  }

  private Object neighbour(int at, String otherwise) {
    return at < 0 || at >= items.size() ? Undefined.of(otherwise) : items.get(at);
  }

  private Object cycle(Object[] values) {
    if (values.length == 0) {
      throw new PythonError("no items for cycling given");
    }
    return values[index % values.length];
  }

  private boolean changed(Tuple value) {
    boolean same = last != NONE && Compare.equal(last, value);
    last = value;
    return !same;
  }

  @Override
  public Object call(Object[] positional, Map<String, Object> named) {
    if (!statement.recursive() || positional.length != 1) {
      throw new PythonError(
          "the loop must be written with 'recursive', and called with one argument");
    }
    Output out = new Output();
    outer.render().deeper();
    statement.turns(Items.list(positional[0]), outer, depth + 1, out);
    outer.render().up();
    return out.toString();
  }

  @Override
  public String type() {
    return "jinja2.runtime.LoopContext";
  }

  @Override
  public String toString() {
    return "<LoopContext " + (index + 1) + "/" + items.size() + ">";
  }
}
