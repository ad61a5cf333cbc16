package kit.modules.files;

import java.util.LinkedHashMap;
import java.util.Map;
import kit.spi.Sh;

/** Commands that take many paths: those that are the same are run once for all of theirs. */
final class Batches {

  /** Stands for the paths in a command. */
  static final String PATHS = "\001";

  private static final int LIMIT = 32 * 1024;

  private final Map<String, StringBuilder> open = new LinkedHashMap<>();
  private final StringBuilder full = new StringBuilder();

  void add(String command, String path) {
    StringBuilder paths = open.computeIfAbsent(command, key -> new StringBuilder());
    String word = Sh.path(path);
    if (!paths.isEmpty() && paths.length() + word.length() > LIMIT) {
      full.append(command.replace(PATHS, paths));
      paths.setLength(0);
    }
    paths.append(paths.isEmpty() ? "" : " ").append(word);
  }

  String script() {
    StringBuilder script = new StringBuilder(full);
    open.forEach((command, paths) -> script.append(command.replace(PATHS, paths)));
    return script.toString();
  }
}
