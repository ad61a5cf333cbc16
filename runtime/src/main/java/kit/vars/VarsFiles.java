package kit.vars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kit.data.DataFile;
import kit.data.Setting;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.script.data.VariableScripts;
import kit.vault.Vault;

/** Variables in files, each file read once and only when a host needs it. */
final class VarsFiles {
  private static final String[] EXTENSIONS = {"", ".yml", ".yaml", ".json"};
  private static final String GROOVY = ".groovy";

  private final Map<Path, Map<String, Setting>> read = new ConcurrentHashMap<>();
  private final Vault vault;
  private final Collection<String> warnings;

  VarsFiles(Vault vault, Collection<String> warnings) {
    this.vault = vault;
    this.warnings = warnings;
  }

  /**
   * The variables for a name in {@code group_vars} or {@code host_vars}; empty if there are none.
   */
  Map<String, Setting> of(Path folder, String kind, String name) {
    Path base = folder.resolve(kind);
    if (name.indexOf('/') >= 0) {
      return Map.of();
    }
    Path place = base.resolve(name);
    Map<String, Setting> known = read.get(place);
    if (known == null) {
      synchronized (this) {
        known = read.containsKey(place) ? read.get(place) : load(base, name);
        read.put(place, known);
      }
    }
    return known;
  }

  /** The names in all files of {@code group_vars} or {@code host_vars}. */
  Set<String> names(Path folder, String kind) {
    Path base = folder.resolve(kind);
    Set<String> names = new LinkedHashSet<>();
    if (Files.isDirectory(base)) {
      for (Path file : filesIn(base)) {
        names.addAll(file(file).keySet());
      }
    }
    return names;
  }

  private Map<String, Setting> load(Path base, String name) {
    if (!Files.isDirectory(base)) {
      return Map.of();
    }
    Map<String, Setting> vars = new LinkedHashMap<>();
    for (String extension : EXTENSIONS) {
      Path file = base.resolve(name + extension);
      if (Files.exists(file)) {
        for (Path found : Files.isDirectory(file) ? filesIn(file) : List.of(file)) {
          vars.putAll(file(found));
        }
        break;
      }
    }
    Path script = base.resolve(name + GROOVY);
    if (Files.exists(script)) {
      vars.putAll(script(script));
    }
    return vars;
  }

  /** The variables of all files in a directory; those of later ones win. */
  Map<String, Setting> directory(Path directory) {
    Map<String, Setting> vars = new LinkedHashMap<>();
    for (Path found : filesIn(directory)) {
      vars.putAll(file(found));
    }
    return vars;
  }

  /** The variables of one file, which must exist. */
  Map<String, Setting> file(Path file) {
    if (file.toString().endsWith(GROOVY)) {
      return script(file);
    }
    DataFile data = DataFile.read(file, file.toString(), vault);
    warnings.addAll(data.warnings());
    if (data.root() != null && !(data.root() instanceof Map<?, ?>) && !isEmpty(data.root())) {
      throw new KitException(
          new Problem(
              new Location(file.toString(), 1, 1),
              "a file of variables must be a map",
              "write name: value"));
    }
    return data.settings();
  }

  /** The variables that a file in Groovy sets; Ansible knows no such files, so they come last. */
  private static Map<String, Setting> script(Path file) {
    String name = file.toString();
    Map<String, Setting> vars = new LinkedHashMap<>();
    VariableScripts.run(
        DataFile.text(DataFile.bytes(file, name), name),
        name,
        (variable, value, at) -> vars.put(variable, new Setting(value, at)));
    return vars;
  }

  /** As Ansible, which ignores files that hold an empty list or text. */
  private static boolean isEmpty(Object root) {
    return root.equals("") || root.equals(List.of()) || root.equals(false) || root.equals(0);
  }

  private static List<Path> filesIn(Path directory) {
    List<Path> entries;
    try (Stream<Path> list = Files.list(directory)) {
      entries = list.sorted().toList();
    } catch (IOException e) {
      throw new KitException(
          new Problem(
              new Location(directory.toString(), 0, 0),
              "the directory cannot be read",
              "check its permissions"));
    }
    List<Path> files = new ArrayList<>();
    for (Path entry : entries) {
      String name = entry.getFileName().toString();
      int dot = name.lastIndexOf('.');
      String extension = dot < 1 ? "" : name.substring(dot);
      if (name.startsWith(".") || name.endsWith("~")) {
        continue;
      }
      if (Files.isDirectory(entry)) {
        files.addAll(extension.isEmpty() ? filesIn(entry) : List.of());
      } else if (List.of(EXTENSIONS).contains(extension) || extension.equals(GROOVY)) {
        files.add(entry);
      }
    }
    return files;
  }
}
