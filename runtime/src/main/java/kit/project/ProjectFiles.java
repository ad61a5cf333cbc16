package kit.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.spi.Kept;
import kit.spi.PlanException;
import kit.spi.Source;
import kit.spi.SourceTree;

/** Finds the controller's files: in {@code files} or {@code templates} beside the playbook. */
final class ProjectFiles {

  private final Path folder;

  ProjectFiles(Path folder) {
    this.folder = folder;
  }

  Source find(String kind, String name) {
    for (Path file : places(kind, name)) {
      if (Files.isDirectory(file)) {
        throw new PlanException("'" + file + "' is a directory", "name a file in it");
      }
      if (Files.exists(file)) {
        return read(file);
      }
    }
    throw missing(kind, name);
  }

  Optional<SourceTree> tree(String kind, String name, boolean follow) {
    for (Path file : places(kind, name)) {
      if (Files.isDirectory(file)) {
        return Optional.of(SourceFolder.read(file, follow));
      }
      if (Files.exists(file)) {
        return Optional.empty();
      }
    }
    throw missing(kind, name);
  }

  /**
   * Whether a name is a directory's; nothing is read.
   *
   * @throws PlanException if there is neither a file nor a directory
   */
  boolean isFolder(String kind, String name) {
    for (Path file : places(kind, name)) {
      if (Files.exists(file)) {
        return Files.isDirectory(file);
      }
    }
    throw missing(kind, name);
  }

  private PlanException missing(String kind, String name) {
    String looked =
        "looked in "
            + folder.resolve(kind)
            + " and "
            + (folder.toString().isEmpty() ? "." : folder);
    Optional<String> near = Suggestion.of(name, names(kind));
    String hint = near.isPresent() ? "did you mean '" + near.get() + "'? " + looked : looked;
    return new PlanException("there is no file '" + name + "'", hint);
  }

  /** The files in a folder of the project, for a suggestion. */
  private List<String> names(String kind) {
    String[] names = folder.resolve(kind).toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  Kept kept(String name) {
    Path file = (name.startsWith("~/") ? home(name) : folder.resolve(name)).toAbsolutePath();
    Path clean = file.normalize();
    Optional<String> held =
        Files.isRegularFile(clean) ? Optional.of(read(clean).sha256()) : Optional.empty();
    return new Kept(clean.toString(), held);
  }

  private static Path home(String name) {
    return Path.of(System.getProperty("user.home"), name.substring(2));
  }

  private List<Path> places(String kind, String name) {
    if (name.startsWith("~/")) {
      return List.of(home(name));
    }
    return List.of(folder.resolve(kind).resolve(name), folder.resolve(name));
  }

  private static Source read(Path file) {
    try {
      PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
      return new Source(
          file.toString(), Files.readAllBytes(file), bits(attributes.permissions()), false);
    } catch (IOException e) {
      throw new PlanException("'" + file + "' cannot be read", "check its permissions");
    }
  }

  static int bits(Set<PosixFilePermission> permissions) {
    int bits = 0;
    for (PosixFilePermission permission : permissions) {
      bits |= 0400 >> permission.ordinal();
    }
    return bits;
  }
}
