package kit.transport.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The script that stands between docker and a shell in a container. An engine tells nobody in the
 * container that the controller is lost: the input comes to its end, that is all.
 */
final class Pump {

  private static final String[] PARTS = {
    "/kit/query/below.sh", "/kit/shell/kill.sh", "/kit/transport/docker/pump.sh"
  };

  private Pump() {}

  /** Without its comments: it is an argument, which process lists show. */
  static String text() {
    StringBuilder text = new StringBuilder();
    for (String part : PARTS) {
      try (InputStream stream = Pump.class.getResourceAsStream(part)) {
        String whole = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        for (String line : whole.split("\n")) {
          if (!line.isBlank() && line.charAt(0) != '#') {
            text.append(line).append('\n');
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return text.toString();
  }
}
