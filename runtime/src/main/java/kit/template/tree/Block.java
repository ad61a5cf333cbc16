package kit.template.tree;

/**
 * {@code block name}: a part that templates which extend this one may replace.
 *
 * @param name its name
 * @param body what it prints
 * @param scoped whether it sees the names around it
 * @param required whether it must be replaced
 */
public record Block(String name, Stmt[] body, boolean scoped, boolean required) implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    Context context = frame.context();
    if (!context.isExtended()) {
      context.runBlock(name, 0, scoped ? frame : context.root(), out);
    }
  }

  @Override
  public boolean declares() {
    return false;
  }
}
