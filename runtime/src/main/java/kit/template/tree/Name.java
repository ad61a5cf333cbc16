package kit.template.tree;

/**
 * A name.
 *
 * @param name the name, interned
 * @param line where it is
 * @param column where in the line
 */
public record Name(String name, int line, int column) implements Expr {

  @Override
  public Object value(Frame frame) {
    frame.at(line);
    return frame.get(name);
  }
}
