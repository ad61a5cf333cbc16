package kit.transport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Programs of this machine in a session of their own: Ctrl-C on the terminal is for kit, which ends
 * what runs on every host alike and tells so.
 */
public final class OwnSession {

  private OwnSession() {}

  /**
   * What to write before a program; nothing where there is no {@code setsid}.
   *
   * @param path the folders of programs, as {@code PATH} has them; may be null
   */
  public static List<String> before(String path) {
    for (String folder : (path == null ? "" : path).split(":")) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "setsid"))) {
        return List.of("setsid");
      }
    }
    return List.of();
  }
}
