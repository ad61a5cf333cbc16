package kit.template.tree;

import kit.template.python.Text;

/**
 * {@code extends name}.
 *
 * @param name the template that is extended
 * @param line where it is
 */
public record Extends(Expr name, int line) implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    frame.at(line);
    String wanted = Text.str(name.value(frame));
    Template base = frame.render().load(wanted);
    if (base == null) {
      throw Include.missing(wanted);
    }
    frame.render().deeper();
    frame.context().extend(base);
  }
}
