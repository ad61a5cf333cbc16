package kit.query;

import java.util.Optional;
import kit.spi.Host;
import kit.spi.PlanException;

/** Secrets that would stand where every user of a host can read them: in a command line. */
public final class Exposed {

  private Exposed() {}

  /**
   * Refuses words of a command line that hold a secret.
   *
   * @param where who would read them: a program or a file
   * @param hint where the secret can stand instead
   */
  public static void refuse(Host host, String where, Iterable<String> words, String hint) {
    for (String word : words) {
      Optional<String> from = host.secret(word);
      if (from.isPresent()) {
        throw new PlanException(
            "a secret would stand in "
                + where
                + ", which every user of the host can read"
                + (from.get().isEmpty() ? "" : " (the secret of " + from.get() + ")"),
            hint);
      }
    }
  }
}
