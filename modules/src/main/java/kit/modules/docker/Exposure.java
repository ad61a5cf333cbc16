package kit.modules.docker;

import java.util.List;
import java.util.Optional;
import kit.spi.Host;
import kit.spi.PlanException;

/** Refuses words of a client that would show a secret: every user of the host can read them. */
final class Exposure {

  private Exposure() {}

  static void refuse(Host host, String command, List<String> words, String hint) {
    for (String word : words) {
      Optional<String> from = host.secret(word);
      if (from.isPresent()) {
        throw new PlanException(
            "'"
                + command
                + "' would get a secret as an argument, which every user of the host can read"
                + (from.get().isEmpty() ? "" : " (the secret of " + from.get() + ")"),
            hint);
      }
    }
  }
}
