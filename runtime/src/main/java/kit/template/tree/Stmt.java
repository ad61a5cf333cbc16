package kit.template.tree;

/** A statement of a template, or its text. */
public interface Stmt {

  void run(Frame frame, Output out);

  /** Whether it means something in a template that extends another, whose own text is dropped. */
  default boolean declares() {
    return true;
  }

  /** Runs one after the other. */
  static void all(Stmt[] body, Frame frame, Output out) {
    for (Stmt statement : body) {
      statement.run(frame, out);
    }
  }

  /** What they print. */
  static String text(Stmt[] body, Frame frame) {
    Output out = new Output();
    all(body, frame, out);
    return out.toString();
  }
}
