package kit.template.python;

/**
 * Text that is HTML already and is not escaped again.
 *
 * @param text the text
 */
public record Markup(String text) implements CharSequence {

  /** The text with HTML's own characters written as entities. */
  public static Markup escape(Object value) {
    if (value instanceof Markup markup) {
      return markup;
    }
    String text = Text.str(value);
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\'' -> out.append("&#39;");
        case '"' -> out.append("&#34;");
        default -> out.append(c);
      }
    }
    return new Markup(out.toString());
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
