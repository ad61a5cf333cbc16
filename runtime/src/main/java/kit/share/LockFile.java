package kit.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kit.data.DataFile;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.vault.Vault;

/** The file that says which roles exactly a project has. */
public final class LockFile {

  /** Its name in a project. */
  public static final String FILE = "kit.lock";

  /**
   * One role.
   *
   * @param source where it came from, as written
   * @param version the exact version or commit; empty for what has none
   * @param sha256 the digest of its files, see {@link TreeDigest}
   */
  public record Entry(String source, String version, String sha256) {}

  private final Path file;
  private final Map<String, Entry> entries = new TreeMap<>();

  /** Reads the file, if it is there. */
  public LockFile(Path project) {
    file = project.resolve(FILE);
    if (Files.exists(file)) {
      read(DataFile.read(file, file.toString(), new Vault(java.util.List.of())).root());
    }
  }

  private void read(Object root) {
    if (!(root instanceof Map<?, ?> map)) {
      throw broken("it is no map of roles");
    }
    for (Map.Entry<?, ?> each : map.entrySet()) {
      if (each.getValue() instanceof Map<?, ?> its
          && its.get("source") instanceof String source
          && its.get("sha256") instanceof String sha256) {
        String version = its.get("version") == null ? "" : its.get("version").toString();
        entries.put(String.valueOf(each.getKey()), new Entry(source, version, sha256));
      } else {
        throw broken("'" + each.getKey() + "' has no source and sha256");
      }
    }
  }

  public Optional<Entry> entry(String role) {
    return Optional.ofNullable(entries.get(role));
  }

  public Map<String, Entry> entries() {
    return new TreeMap<>(entries);
  }

  /** Writes an entry down. */
  public void put(String role, Entry entry) {
    entries.put(role, entry);
    write();
  }

  public void remove(String role) {
    if (entries.remove(role) != null) {
      write();
    }
  }

  private void write() {
    StringBuilder text =
        new StringBuilder("# Made by kit role install. Keep it with the project.\n");
    entries.forEach(
        (name, entry) ->
            text.append(quoted(name))
                .append(":\n  source: ")
                .append(quoted(entry.source()))
                .append("\n  version: ")
                .append(quoted(entry.version()))
                .append("\n  sha256: ")
                .append(quoted(entry.sha256()))
                .append('\n'));
    try {
      Path part = Files.createTempFile(file.toAbsolutePath().getParent(), ".kit.lock", "");
      Files.writeString(part, text);
      Files.setPosixFilePermissions(
          part, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new KitException(
          new Problem(
              new Location(file.toString(), 0, 0), "it cannot be written: " + e.getMessage(), ""));
    }
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private KitException broken(String why) {
    return new KitException(
        new Problem(
            new Location(file.toString(), 0, 0),
            "this is no lock file: " + why,
            "remove it and install the roles again"));
  }
}
