package kit.template.tree;

/**
 * {@code set target} with a block, whose text is the value.
 *
 * @param target what is set
 * @param filter what the text goes through; null for nothing
 * @param body the block
 * @param line where it begins
 */
public record AssignBlock(Target target, Filtered filter, Stmt[] body, int line) implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    String text = Stmt.text(body, new Frame(frame));
    frame.at(line);
    target.set(frame, filter == null ? text : filter.of(text, frame));
  }
}
