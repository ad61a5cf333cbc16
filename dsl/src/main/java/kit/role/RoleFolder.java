package kit.role;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** The directory of a role. */
public final class RoleFolder {

  private static final List<String> DATA = List.of(".yml", ".yaml", ".json", ".groovy", "");

  private final String name;
  private final Path folder;
  private final RoleDocuments documents;
  private RoleMeta meta;

  RoleFolder(String name, Path folder, RoleDocuments documents) {
    this.name = name;
    this.folder = folder;
    this.documents = documents;
  }

  public String name() {
    return name;
  }

  public Path folder() {
    return folder;
  }

  /**
   * What the role says of itself.
   *
   * @throws KitException with everything that is wrong with it
   */
  public synchronized RoleMeta meta() {
    if (meta == null) {
      Optional<Path> main = data("meta", "main");
      Optional<Path> specs = data("meta", "argument_specs");
      String file = main.or(() -> specs).orElse(folder).toString();
      meta =
          main.isEmpty() && specs.isEmpty()
              ? RoleMeta.NONE
              : new MetaReader(file).read(map(main), map(specs));
    }
    return meta;
  }

  /**
   * The script of tasks or handlers.
   *
   * @param kind {@code tasks} or {@code handlers}
   * @param file its name, with or without extension
   */
  public Optional<Path> script(String kind, String file) {
    String plain = file.endsWith(".groovy") ? file : file + ".groovy";
    Path script = folder.resolve(kind).resolve(plain);
    return Files.isRegularFile(script) ? Optional.of(script) : Optional.empty();
  }

  /** Whether there are tasks in the form that Ansible reads, and that kit does not. */
  public boolean hasYaml(String kind, String file) {
    Path base = folder.resolve(kind);
    return Files.isRegularFile(base.resolve(file + ".yml"))
        || Files.isRegularFile(base.resolve(file + ".yaml"));
  }

  /** Whether there is a file, or a directory of files, with variables. */
  public boolean hasData(String kind, String file) {
    return data(kind, file).isPresent() || Files.isDirectory(folder.resolve(kind).resolve(file));
  }

  /** The names of the variables in such files. */
  public Set<String> names(String kind, String file) {
    return documents.names(folder, kind, file);
  }

  /** What the files of a kind may be called: for suggestions. */
  public Set<String> files(String kind) {
    Set<String> names = new TreeSet<>();
    String[] all = folder.resolve(kind).toFile().list();
    for (String each : all == null ? new String[0] : all) {
      int dot = each.lastIndexOf('.');
      names.add(dot < 1 ? each : each.substring(0, dot));
    }
    return names;
  }

  private Optional<Path> data(String kind, String file) {
    for (String extension : DATA) {
      Path path = folder.resolve(kind).resolve(file + extension);
      if (Files.isRegularFile(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private Map<?, ?> map(Optional<Path> file) {
    Object read = file.isEmpty() ? null : documents.document(file.get());
    if (read == null) {
      return Map.of();
    }
    if (read instanceof Map<?, ?> map) {
      return map;
    }
    throw new KitException(
        new Problem(
            new Location(file.get().toString(), 1, 1),
            "what a role says of itself is a map",
            "dependencies: [base]"));
  }
}
