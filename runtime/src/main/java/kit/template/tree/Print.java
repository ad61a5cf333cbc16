package kit.template.tree;

/**
 * {@code {{ value }}}.
 *
 * @param value what is printed
 * @param line where it is
 */
public record Print(Expr value, int line) implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    frame.at(line);
    out.value(value.value(frame));
  }

  @Override
  public boolean declares() {
    return false;
  }
}
