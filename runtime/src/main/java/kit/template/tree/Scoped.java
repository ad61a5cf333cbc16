package kit.template.tree;

/**
 * A block with names of its own and no other meaning, as {@code autoescape} is here: a template
 * makes files, not pages, so nothing is escaped by itself.
 *
 * @param body the block
 */
public record Scoped(Stmt[] body) implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    Stmt.all(body, new Frame(frame), out);
  }
}
