package kit.template.tree;

/**
 * {@code set target = value}.
 *
 * @param target what is set
 * @param value its value
 * @param line where it is
 */
public record Assign(Target target, Expr value, int line) implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    frame.at(line);
    target.set(frame, value.value(frame));
  }
}
