package kit.modules.crypto;

import java.util.Optional;
import kit.spi.PlanException;
import kit.spi.Sh;

/** What protects a key: it goes through a pipe, never into an argument list or the environment. */
final class Passphrase {

  private Passphrase() {}

  /**
   * The text; empty if none is given.
   *
   * @param argument what to call it in an error
   */
  static String of(Optional<String> given, String argument) {
    String text = given.orElse("");
    if (given.isPresent() && text.isEmpty()) {
      throw new PlanException(argument + " is empty", "leave it out for a key without one");
    }
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0) {
      throw new PlanException(argument + " has several lines", "openssl reads one");
    }
    return text;
  }

  /**
   * The start of a pipe that feeds it, as {@code -passin stdin} reads it; printf is the shell's.
   */
  static String pipe(String... texts) {
    StringBuilder pipe = new StringBuilder("printf '%s\\n'");
    for (String text : texts) {
      pipe.append(' ').append(Sh.quote(text));
    }
    return pipe.append(" | ").toString();
  }
}
