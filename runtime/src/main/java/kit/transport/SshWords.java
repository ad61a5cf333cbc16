package kit.transport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Words of a line of ssh configuration, and what stands for something else in them. */
final class SshWords {

  private SshWords() {}

  /**
   * The keyword and its values: {@code Key value}, {@code Key=value}, {@code Key "a value"}. Empty
   * for an empty line or a comment. Quotes and backslashes as OpenSSH's argv_split has them.
   *
   * @throws IllegalArgumentException if a quote is not closed
   */
  static List<String> of(String line) {
    int i = skip(line, 0);
    int key = i;
    while (i < line.length() && !blank(line.charAt(i)) && line.charAt(i) != '=') {
      i++;
    }
    if (i == key || line.charAt(key) == '#') {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    words.add(line.substring(key, i));
    i = skip(line, i);
    split(line, i < line.length() && line.charAt(i) == '=' ? i + 1 : i, words);
    return words;
  }

  /** The words of a text from this place on, up to a comment. */
  static void split(String line, int from, List<String> words) {
    int i = skip(line, from);
    while (i < line.length() && line.charAt(i) != '#') {
      StringBuilder word = new StringBuilder();
      char quote = 0;
      for (; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c == '\\' && escapes(line, i + 1, quote)) {
          word.append(line.charAt(++i));
        } else if (quote == 0 && (c == '"' || c == '\'')) {
          quote = c;
        } else if (quote != 0 && c == quote) {
          quote = 0;
        } else if (quote == 0 && blank(c)) {
          break;
        } else {
          word.append(c);
        }
      }
      if (quote != 0) {
        throw new IllegalArgumentException("a quote is not closed");
      }
      words.add(word.toString());
      i = skip(line, i);
    }
  }

  private static boolean escapes(String line, int at, char quote) {
    char next = at < line.length() ? line.charAt(at) : 0;
    return next == '"' || next == '\'' || next == '\\' || next == ' ' && quote == 0;
  }

  private static int skip(String line, int from) {
    int i = from;
    while (i < line.length() && blank(line.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f';
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
   * @param where the setting, for the message about a token that has no meaning there
   * @param tokens letters and what they stand for: {@code "h", "web1", "p", "22"}
   */
  static String tokens(Location where, String text, String... tokens) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      result.append(c == '%' ? token(where, text, ++i, tokens) : String.valueOf(c));
    }
    return result.toString();
  }

  private static String token(Location where, String text, int at, String... tokens) {
    String letter = at < text.length() ? text.substring(at, at + 1) : "";
    if (letter.equals("%")) {
      return letter;
    }
    for (int t = 0; t < tokens.length; t += 2) {
      if (tokens[t].equals(letter)) {
        return tokens[t + 1];
      }
    }
    StringBuilder known = new StringBuilder("known are %%");
    for (int t = 0; t < tokens.length; t += 2) {
      known.append(" %").append(tokens[t]);
    }
    throw new KitException(
        new Problem(
            where, "kit cannot replace %" + letter + " in '" + text + "'", known.toString()));
  }

  /** Replaces {@code ${NAME}} by environment variables, as ssh does in names of files. */
  static String environment(Location where, String text) {
    int start = text.indexOf("${");
    int end = start < 0 ? -1 : text.indexOf('}', start);
    if (end < 0) {
      return text;
    }
    String name = text.substring(start + 2, end);
    String value = System.getenv(name);
    if (value == null) {
      throw new KitException(
          new Problem(
              where, "there is no environment variable " + name, "set it, or write a path"));
    }
    return text.substring(0, start) + value + environment(where, text.substring(end + 1));
  }
}
