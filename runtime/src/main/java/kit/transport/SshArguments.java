package kit.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.model.KitException;
import kit.model.Location;

/**
 * The few arguments of an ssh command line that inventories carry in {@code
 * ansible_ssh_common_args}: {@code -o Key=Value}, {@code -i}, {@code -p}, {@code -l}, {@code -J}.
 * Others (compression, multiplexing) mean nothing to kit.
 */
final class SshArguments {

  private static final String UNDERSTOOD = "oiplJ";
  private static final String HARMLESS = "qvaAxXTnCk46";

  private SshArguments() {}

  static void read(String line, SshOptions options) {
    List<String> words = words(line);
    for (int i = 0; i < words.size(); i++) {
      i = word(words, i, options);
    }
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    try {
      SshWords.split(line, 0, words);
    } catch (IllegalArgumentException e) {
      throw new KitException(e.getMessage() + ": " + line, "");
    }
    return words;
  }

  /** Reads a word and perhaps the one behind it; the index of the last one read. */
  private static int word(List<String> words, int at, SshOptions options) {
    String word = words.get(at);
    if (word.length() < 2 || word.charAt(0) != '-' || UNDERSTOOD.indexOf(word.charAt(1)) < 0) {
      return at;
    }
    int last = word.length() == 2 && at + 1 < words.size() ? at + 1 : at;
    String value = last == at ? word.substring(2) : words.get(last);
    switch (word.charAt(1)) {
      case 'o' -> option(value, options);
      case 'i' -> options.add("identityfile", List.of(value), Location.NONE);
      case 'p' -> options.add("port", List.of(value), Location.NONE);
      case 'l' -> options.add("user", List.of(value), Location.NONE);
      default -> options.add("proxyjump", List.of(value), Location.NONE);
    }
    return last;
  }

  private static void option(String text, SshOptions options) {
    List<String> words = SshWords.of(text);
    if (words.size() > 1) {
      options.add(words.get(0), List.copyOf(words.subList(1, words.size())), Location.NONE);
    }
  }

  /**
   * The host in {@code ssh -W %h:%p host}, the way to say ProxyJump before it was there. Empty if
   * the command is another one.
   *
   * @param options is given what else the command says
   */
  static Optional<String> jump(String command, SshOptions options) {
    List<String> words = words(command);
    boolean ssh = !words.isEmpty() && (words.get(0).equals("ssh") || words.get(0).endsWith("/ssh"));
    String host = "";
    boolean passes = false;
    for (int i = 1; ssh && i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("-W") && i + 1 < words.size()) {
        String to = words.get(++i);
        passes = to.equals("%h:%p") || to.equals("[%h]:%p");
      } else if (!word.startsWith("-") && host.isEmpty()) {
        host = word;
      } else if (word.length() > 1 && UNDERSTOOD.indexOf(word.charAt(1)) >= 0) {
        i = word(words, i, options);
      } else if (word.length() != 2 || HARMLESS.indexOf(word.charAt(1)) < 0) {
        return Optional.empty();
      }
    }
    return passes && !host.isEmpty() ? Optional.of(host) : Optional.empty();
  }
}
