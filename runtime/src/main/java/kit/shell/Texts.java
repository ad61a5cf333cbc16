package kit.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Shell functions that hosts are given when they first need them. */
final class Texts {

  private static final String KILL = "kill.sh";
  static final String WATCH = "watch.sh";
  static final String WRITE = "write.sh";

  private Texts() {}

  /** How processes are ended. */
  static String kill() {
    return of("/kit/query/below.sh") + of(KILL);
  }

  static String of(String name) {
    try (InputStream stream = Texts.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
