package kit.template.syntax;

/** Columns of positions in a text, which are asked for in their order. */
final class Columns {
  private final String text;
  private int start;
  private int end = -1;

  Columns(String text) {
    this.text = text;
  }

  /** The column of a position, counted from 1. */
  int of(int position) {
    while (end < position) {
      start = end + 1;
      int found = text.indexOf('\n', start);
      end = found < 0 ? Integer.MAX_VALUE : found;
    }
    return position - start + 1;
  }
}
