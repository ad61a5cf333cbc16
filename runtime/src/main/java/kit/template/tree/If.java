package kit.template.tree;

import kit.template.python.Truth;

/**
 * {@code if}, {@code elif}, {@code else}.
 *
 * @param tests the conditions
 * @param bodies what is done for each
 * @param otherwise what is done if none holds
 * @param line where it begins
 */
public record If(Expr[] tests, Stmt[][] bodies, Stmt[] otherwise, int line) implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    frame.at(line);
    for (int i = 0; i < tests.length; i++) {
      if (Truth.of(tests[i].value(frame))) {
        Stmt.all(bodies[i], frame, out);
        return;
      }
    }
    Stmt.all(otherwise, frame, out);
  }
}
