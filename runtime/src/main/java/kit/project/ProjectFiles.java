package kit.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.model.Role;
import kit.spi.Kept;
import kit.spi.PlanException;
import kit.spi.Source;
import kit.spi.SourceTree;

/** Finds the controller's files: in {@code files} or {@code templates} beside the playbook. */
final class ProjectFiles {

  private final Path folder;
  private final LargeFiles large = new LargeFiles();

  ProjectFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * @param kind the folder that such files usually lie in: {@code files}, {@code templates}
   * @param role the role whose files are looked at first, then those of its callers
   */
  Source find(String kind, String name, Optional<Role> role) {
    for (Path file : places(kind, name, role)) {
      if (Files.isDirectory(file)) {
        throw new PlanException("'" + file + "' is a directory", "name a file in it");
      }
      if (Files.exists(file)) {
        return read(file);
      }
    }
    throw missing(kind, name, role);
  }

  Optional<SourceTree> tree(String kind, String name, boolean follow, Optional<Role> role) {
    for (Path file : places(kind, name, role)) {
      if (Files.isDirectory(file)) {
        return Optional.of(SourceFolder.read(file, follow));
      }
      if (Files.exists(file)) {
        return Optional.empty();
      }
    }
    throw missing(kind, name, role);
  }

  /**
   * Whether a name is a directory's; nothing is read.
   *
   * @param role the role whose files are looked at first
   * @throws PlanException if there is neither a file nor a directory
   */
  boolean isFolder(String kind, String name, Optional<Role> role) {
    for (Path file : places(kind, name, role)) {
      if (Files.exists(file)) {
        return Files.isDirectory(file);
      }
    }
    throw missing(kind, name, role);
  }

  private PlanException missing(String kind, String name, Optional<Role> role) {
    String looked = "looked in " + looked(kind, role);
    Optional<String> near = Suggestion.of(name, names(kind));
    String hint = near.isPresent() ? "did you mean '" + near.get() + "'? " + looked : looked;
    return new PlanException("there is no file '" + name + "'", hint);
  }

  private String looked(String kind, Optional<Role> role) {
    StringBuilder looked = new StringBuilder();
    for (Role at = role.orElse(null); at != null; at = at.caller().orElse(null)) {
      looked.append(at.folder().resolve(kind)).append(", ");
    }
    return looked
        .append(folder.resolve(kind))
        .append(" and ")
        .append(folder.toString().isEmpty() ? "." : folder)
        .toString();
  }

  /** A file or directory with variables. */
  Optional<Path> variables(String name, Optional<Role> role) {
    for (Path file : places("vars", name, role)) {
      if (Files.exists(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
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

  private List<Path> places(String kind, String name, Optional<Role> role) {
    if (name.startsWith("~/")) {
      return List.of(home(name));
    }
    List<Path> places = new ArrayList<>(4);
    for (Role at = role.orElse(null); at != null; at = at.caller().orElse(null)) {
      places.add(at.folder().resolve(kind).resolve(name));
      places.add(at.folder().resolve(name));
    }
    places.add(folder.resolve(kind).resolve(name));
    places.add(folder.resolve(name));
    return places;
  }

  private Source read(Path file) {
    try {
      PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
      byte[] bytes = large.read(file, attributes);
      return new Source(file.toString(), bytes, bits(attributes.permissions()), false);
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
