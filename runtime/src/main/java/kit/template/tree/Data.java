package kit.template.tree;

/**
 * Text as it stands in the template.
 *
 * @param text the text
 */
public record Data(String text) implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    out.text(text);
  }

  @Override
  public boolean declares() {
    return false;
  }
}
