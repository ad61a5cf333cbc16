package kit.template.tree;

/**
 * {@code filter name}: a block whose text goes through filters.
 *
 * @param filter the filters
 * @param body the block
 */
public record FilterBlock(Filtered filter, Stmt[] body) implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    out.value(filter.of(Stmt.text(body, new Frame(frame)), frame));
  }

  @Override
  public boolean declares() {
    return false;
  }
}
