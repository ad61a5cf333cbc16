package kit.transport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Words of a line of ssh configuration, and what stands for something else in them. */
final class SshWords {

  private SshWords() {}

  /**
   * The keyword and its values: {@code Key value}, {@code Key=value}, {@code Key "a value"}. Empty
   * for an empty line or a comment.
   */
  static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == ' ' || c == '\t' || c == '\r' || c == '=' && words.size() == 1) {
        i++;
      } else if (c == '#') {
        break;
      } else if (c == '"') {
        int end = line.indexOf('"', i + 1);
        end = end < 0 ? line.length() : end;
        words.add(line.substring(i + 1, end));
        i = end + 1;
      } else {
        int end = i;
        while (end < line.length() && !ends(line.charAt(end), words.isEmpty())) {
          end++;
        }
        words.add(line.substring(i, end));
        i = end;
      }
    }
    return words;
  }

  private static boolean ends(char c, boolean key) {
    return c == ' ' || c == '\t' || c == '\r' || key && c == '=';
  }

  /** A path whose {@code ~/} is the home directory. */
  static Path tilde(String path, Path home) {
    if (path.equals("~")) {
      return home;
    }
    return path.startsWith("~/") ? home.resolve(path.substring(2)) : Path.of(path);
  }

  /**
   * Replaces ssh's percent tokens.
   *
   * @param tokens letters and what they stand for: {@code "h", "web1", "p", "22"}
   */
  static String tokens(String text, String... tokens) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%' || i + 1 == text.length()) {
        result.append(c);
        continue;
      }
      String letter = text.substring(i + 1, i + 2);
      i++;
      String value = letter.equals("%") ? "%" : "%" + letter;
      for (int t = 0; t < tokens.length; t += 2) {
        value = tokens[t].equals(letter) ? tokens[t + 1] : value;
      }
      result.append(value);
    }
    return result.toString();
  }
}
