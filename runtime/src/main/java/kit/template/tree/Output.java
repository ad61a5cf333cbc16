package kit.template.tree;

import java.nio.charset.StandardCharsets;
import kit.template.python.Bytes;
import kit.template.python.Items;
import kit.template.python.PythonError;
import kit.template.python.Range;
import kit.template.python.Text;
import kit.template.python.View;

/** What a template prints. */
public final class Output {
  private static final int LIMIT = 100_000_000;
  private final StringBuilder text = new StringBuilder();

  void text(String part) {
    if (text.length() + part.length() > LIMIT) {
      throw new PythonError("the output is longer than " + LIMIT + " characters");
    }
    text.append(part);
  }

  /** Prints a value; nothing for null. */
  void value(Object value) {
    if (value instanceof String part) {
      text(part);
    } else if (value instanceof View || value instanceof Range) {
      text(Text.str(Items.copy(value)));
    } else if (value instanceof Bytes bytes) {
      text(new String(bytes.content(), StandardCharsets.UTF_8));
    } else if (value != null) {
      text(Text.str(value));
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
