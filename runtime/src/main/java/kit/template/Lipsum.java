package kit.template;

/** Text that means nothing. */
final class Lipsum {
  private static final String SENTENCE =
      "Lorem ipsum dolor sit amet consectetuer adipiscing elit aenean commodo ligula eget dolor"
          + " cum sociis natoque penatibus et magnis dis parturient montes.";

  private Lipsum() {}

  static String text(int paragraphs, boolean html) {
    String one = html ? "<p>" + SENTENCE + "</p>" : SENTENCE;
    String gap = html ? "\n" : "\n\n";
    return (one + gap).repeat(Math.max(0, paragraphs)).stripTrailing();
  }
}
