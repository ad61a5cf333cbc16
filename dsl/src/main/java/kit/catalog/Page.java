package kit.catalog;

/** Text laid out for a terminal of 80 columns. */
final class Page {

  private static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();

  /** A line of its own after an empty one. */
  void heading(String heading) {
    text.append(text.isEmpty() ? "" : "\n").append(heading).append('\n');
  }

  /** Paragraphs parted by empty lines, wrapped; items of a list stand close together. */
  void paragraphs(int indent, String paragraphs) {
    if (paragraphs.isEmpty()) {
      return;
    }
    boolean first = true;
    for (String paragraph : paragraphs.split("\n\n")) {
      text.append(first || paragraph.startsWith("- ") ? "" : "\n");
      wrap(" ".repeat(indent), paragraph);
      first = false;
    }
  }

  /** Text that keeps its lines. */
  void verbatim(int indent, String lines) {
    for (String line : lines.split("\n", -1)) {
      text.append(line.isEmpty() ? "" : " ".repeat(indent)).append(line).append('\n');
    }
  }

  void gap() {
    text.append('\n');
  }

  String text() {
    return text.toString();
  }

  private void wrap(String margin, String paragraph) {
    int column = 0;
    for (String word : paragraph.split(" ")) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        text.append('\n');
        column = 0;
      }
      String before = column == 0 ? margin : " ";
      text.append(before).append(word);
      column += before.length() + word.length();
    }
    text.append('\n');
  }
}
