package kit.modules.files;

import java.util.Optional;

/**
 * Where something goes in a file that does not hold it yet.
 *
 * @param start whether at its beginning
 * @param expression the line to stand beside; empty for beginning or end
 * @param after whether after that line
 */
record Anchor(boolean start, Optional<PythonRegex> expression, boolean after) {

  static Anchor of(Optional<String> insertafter, Optional<String> insertbefore) {
    boolean after = insertbefore.isEmpty();
    String text = after ? insertafter.orElse("EOF") : insertbefore.get();
    // each word names a place only where Ansible takes it for one, else it is an expression
    boolean start = text.equals("BOF");
    boolean end = after && text.equals("EOF");
    return start || end
        ? new Anchor(start, Optional.empty(), after)
        : new Anchor(
            false,
            Optional.of(Lineinfile.regex(text, after ? "insertafter" : "insertbefore")),
            after);
  }

  boolean found(Lines.Line line) {
    return expression.isPresent() && expression.get().matcher(line.seen()).find();
  }

  /** Where to insert beside a line. */
  int beside(int index) {
    return after ? index + 1 : index;
  }
}
