package kit.template.tree;

import kit.template.python.Text;

/**
 * {@code a ~ b}: the values as text, one behind the other.
 *
 * @param parts the values
 */
public record Concat(Expr[] parts) implements Expr {

  @Override
  public Object value(Frame frame) {
    StringBuilder out = new StringBuilder();
    for (Expr part : parts) {
      out.append(Text.str(part.value(frame)));
    }
    return out.toString();
  }
}
