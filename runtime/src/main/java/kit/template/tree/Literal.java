package kit.template.tree;

/**
 * A value that stands in the template.
 *
 * @param content the value
 */
public record Literal(Object content) implements Expr {

  @Override
  public Object value(Frame frame) {
    return content;
  }
}
