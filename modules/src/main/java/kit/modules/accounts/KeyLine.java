package kit.modules.accounts;

import java.util.Optional;
import kit.query.FileContent;

/**
 * A line of an authorized_keys file, as sshd(8) describes it.
 *
 * @param options options in front of the key; may be empty
 * @param type kind of key, for example {@code ssh-ed25519}
 * @param key the key in base64: what tells keys apart
 * @param comment the rest; may be empty
 */
record KeyLine(String options, String type, String key, String comment) {

  /** The key of a line; empty if it has none, as comments and blank lines. */
  static Optional<KeyLine> of(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return Optional.empty();
    }
    int first = wordEnd(text, 0);
    if (type(text.substring(0, first))) {
      return rest("", text);
    }
    String after = text.substring(first).strip();
    return type(after.substring(0, wordEnd(after, 0)))
        ? rest(text.substring(0, first), after)
        : Optional.empty();
  }

  private static Optional<KeyLine> rest(String options, String text) {
    String[] words = text.split("[ \t]+", 3);
    return words.length < 2
        ? Optional.empty()
        : Optional.of(
            new KeyLine(options, words[0], words[1], words.length > 2 ? words[2].strip() : ""));
  }

  /** Where a word ends; blanks in double quotes do not end it. */
  private static int wordEnd(String text, int from) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      } else if (!quoted && (c == ' ' || c == '\t')) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean type(String word) {
    return word.startsWith("ssh-")
        || word.startsWith("ecdsa-sha2-")
        || word.startsWith("sk-ssh-")
        || word.startsWith("sk-ecdsa-");
  }

  boolean same(KeyLine other) {
    return key.equals(other.key) && type.equals(other.type);
  }

  KeyLine with(Optional<String> otherOptions, String otherComment) {
    return new KeyLine(otherOptions.orElse(options), type, key, otherComment);
  }

  /** The same, as the bytes of a file are written. */
  KeyLine bytes() {
    return new KeyLine(FileContent.bytes(options), type, key, FileContent.bytes(comment));
  }

  @Override
  public String toString() {
    return (options.isEmpty() ? "" : options + " ")
        + type
        + " "
        + key
        + (comment.isEmpty() ? "" : " " + comment);
  }
}
