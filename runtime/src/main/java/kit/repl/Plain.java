package kit.repl;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people type who do not know of colons. */
final class Plain {

  private static final Map<String, String> MEANT =
      Map.of(
          "help", ":help",
          "?", ":help",
          "hosts", ":hosts",
          "history", ":history",
          "exit", ":quit",
          "quit", ":quit",
          "bye", ":quit");

  private Plain() {}

  /**
   * The command that a line means.
   *
   * @param taken names that mean something else
   */
  static Optional<String> meant(String line, Set<String> taken) {
    String word = line.strip();
    while (word.endsWith(";") || word.endsWith("()")) {
      word = word.substring(0, word.length() - (word.endsWith(";") ? 1 : 2)).strip();
    }
    return taken.contains(word) ? Optional.empty() : Optional.ofNullable(MEANT.get(word));
  }
}
