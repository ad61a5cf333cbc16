package kit.template.tree;

/**
 * {@code macro name(...)}.
 *
 * @param code the macro
 */
public record Define(MacroBody code) implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    frame.set(code.name(), new Macro(code, frame));
  }
}
