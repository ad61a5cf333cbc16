package kit.template.tree;

/**
 * A name.
 *
 * @param name the name, interned
 * @param line where it is
 */
public record Name(String name, int line) implements Expr {

  @Override
  public Object value(Frame frame) {
    frame.at(line);
    return frame.get(name);
  }
}
