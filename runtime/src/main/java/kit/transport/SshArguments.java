package kit.transport;

import java.util.List;
import kit.model.Location;

/**
 * The few arguments of an ssh command line that inventories carry in {@code
 * ansible_ssh_common_args}: {@code -o Key=Value}, {@code -i}, {@code -p}, {@code -l}, {@code -J}.
 * Others (compression, multiplexing) mean nothing to kit.
 */
final class SshArguments {

  private SshArguments() {}

  static void read(String line, SshOptions options) {
    if (line.isEmpty()) {
      return;
    }
    List<String> words = SshWords.of("args " + line.replace('\'', '"'));
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.length() < 2 || word.charAt(0) != '-') {
        continue;
      }
      char letter = word.charAt(1);
      if ("oiplJ".indexOf(letter) < 0) {
        continue;
      }
      String value = word.substring(2);
      if (value.isEmpty() && i + 1 < words.size()) {
        value = words.get(++i);
      }
      switch (letter) {
        case 'o' -> option(value, options);
        case 'i' -> options.add("identityfile", List.of(value), Location.NONE);
        case 'p' -> options.add("port", List.of(value), Location.NONE);
        case 'l' -> options.add("user", List.of(value), Location.NONE);
        default -> options.add("proxyjump", List.of(value), Location.NONE);
      }
    }
  }

  private static void option(String text, SshOptions options) {
    List<String> words = SshWords.of(text);
    if (words.size() > 1) {
      options.add(words.get(0), List.copyOf(words.subList(1, words.size())), Location.NONE);
    }
  }
}
