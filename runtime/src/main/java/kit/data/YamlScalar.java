package kit.data;

/**
 * A value as it is written into YAML text.
 *
 * @param tag {@code !vault } or nothing
 * @param text the value
 * @param block whether it is written on lines of its own
 */
public record YamlScalar(String tag, String text, boolean block) {

  /** A vaulted value. */
  public static YamlScalar vaulted(String ciphertext) {
    return new YamlScalar("!vault ", ciphertext.stripTrailing(), true);
  }

  /** A text as it is. */
  public static YamlScalar plain(String text) {
    return new YamlScalar("", text, false);
  }

  YamlScalar onOneLine() {
    return new YamlScalar(tag, text, false);
  }

  /** What stands behind the name; a comment that stood there comes back. */
  String head(String comment) {
    return block ? tag + "|" + comment : tag + quoted() + comment;
  }

  /** The lines below, each with its end. */
  String lines(int indent) {
    StringBuilder lines = new StringBuilder();
    if (block) {
      for (String line : text.split("\n", -1)) {
        lines.append(" ".repeat(indent)).append(line).append('\n');
      }
    }
    return lines.toString();
  }

  /** In double quotes, where every character can be written. */
  private String quoted() {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ' || c >= 0x7f && c < 0xa0) {
            quoted.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
