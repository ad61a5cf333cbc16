package kit.template;

import kit.template.python.Attributes;
import kit.template.python.Callable;
import kit.template.python.Tuple;

/** Gives one item after the other, and begins again. */
final class Cycler implements Attributes {
  private final Tuple items;
  private int at;

  Cycler(Tuple items) {
    this.items = items;
  }

  @Override
  public Object attribute(String name) {
    return switch (name) {
      case "current" -> items.get(at);
      case "items" -> items;
      case "pos" -> at;
      case "next" -> (Callable) (positional, named) -> next();
      case "reset" ->
          (Callable)
              (positional, named) -> {
                at = 0;
                return null;
              };
      default -> NONE;
    };
  }

  private Object next() {
    Object item = items.get(at);
    at = (at + 1) % items.size();
    return item;
  }

  @Override
  public String type() {
    return "jinja2.utils.Cycler";
  }
}
