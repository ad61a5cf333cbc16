package kit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kit.model.KitException;

/** The first files of a new role. */
final class RoleSkeleton {

  private RoleSkeleton() {}

  static Path write(Path role) {
    if (Files.exists(role)) {
      throw new KitException(role + " is there already", "choose another name");
    }
    String name = role.getFileName().toString();
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "meta/main.yml",
        "description: What " + name + " does\nparams:\n  greeting: {type: str, default: hello}\n");
    files.put("defaults/main.yml", "---\n# variables that users may set; params have theirs\n");
    files.put(
        "tasks/main.groovy", "task('Say hello') {\n  debug msg: \"$greeting from $host\"\n}\n");
    files.put(
        "handlers/main.groovy", "handler('restart " + name + "') {\n  debug msg: 'restart'\n}\n");
    try {
      for (Map.Entry<String, String> each : files.entrySet()) {
        Path file = role.resolve(each.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, each.getValue());
      }
      Files.createDirectories(role.resolve("templates"));
      Files.createDirectories(role.resolve("files"));
      return role;
    } catch (IOException e) {
      throw new KitException(role + " cannot be written: " + e.getMessage(), "");
    }
  }
}
