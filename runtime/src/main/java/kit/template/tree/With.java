package kit.template.tree;

/**
 * {@code with a = 1}: names for a block.
 *
 * @param targets the names
 * @param values their values, which do not see one another
 * @param body the block
 */
public record With(Target[] targets, Expr[] values, Stmt[] body) implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    Frame inner = new Frame(frame);
    Object[] found = new Object[values.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = values[i].value(frame);
    }
    for (int i = 0; i < found.length; i++) {
      targets[i].set(inner, found[i]);
    }
    Stmt.all(body, inner, out);
  }
}
