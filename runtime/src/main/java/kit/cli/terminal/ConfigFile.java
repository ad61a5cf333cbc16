package kit.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.catalog.Suggestion;
import kit.data.DataFile;
import kit.data.Setting;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.vault.Vault;

/**
 * Finds and reads {@code kit.yml}: beside the playbook, or above it up to the directory that kit
 * was started in. Whoever can write there could tell kit what to run, so a file that others may
 * change is not read.
 */
public final class ConfigFile {

  static final String NAME = "kit.yml";

  private ConfigFile() {}

  /**
   * @param folder where the playbook is; empty for the directory that kit was started in
   */
  static Config read(Path folder, Screen screen) {
    Path here = Path.of("").toAbsolutePath();
    Path at = folder.toAbsolutePath().normalize();
    Path found = folder.resolve(NAME);
    boolean below = at.startsWith(here);
    while (!Files.exists(found) && below && !at.equals(here)) {
      at = at.getParent();
      found = at.equals(here) ? Path.of(NAME) : at.resolve(NAME);
    }
    Map<String, String> environment = screen.environment();
    if (!Files.exists(found)) {
      return new Config(found, Map.of(), environment);
    }
    String danger = danger(found);
    if (!danger.isEmpty()) {
      screen.err.line("warning: " + found + " is not read: " + danger);
      return new Config(found, Map.of(), environment);
    }
    return new Config(found, values(found), environment);
  }

  /** Why a file cannot be trusted; empty if it can. */
  private static String danger(Path file) {
    try {
      Path real = file.toRealPath();
      for (Path each : List.of(real, real.getParent(), file.toAbsolutePath().getParent())) {
        PosixFileAttributes its = Files.readAttributes(each, PosixFileAttributes.class);
        String owner = its.owner().getName();
        if (its.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
          return "everybody can write to " + each;
        }
        boolean mine = owner.equals(System.getProperty("user.name")) || owner.equals("root");
        if (!mine) {
          return each + " belongs to " + owner;
        }
      }
      return "";
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private static Map<String, Object> values(Path file) {
    DataFile data = DataFile.read(file, file.toString(), new Vault(List.of()));
    if (data.root() != null && !(data.root() instanceof Map<?, ?>)) {
      throw problem(new Location(file.toString(), 1, 1), "it is no map", "inventory: hosts");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, Setting> each : data.settings().entrySet()) {
      if (!Config.NAMES.contains(each.getKey())) {
        String all = "there are " + String.join(", ", Config.NAMES);
        throw problem(
            each.getValue().location(),
            "there is no setting '" + each.getKey() + "'",
            Suggestion.hint(each.getKey(), Config.NAMES, all));
      }
      values.put(each.getKey(), each.getValue().value());
    }
    return values;
  }

  private static KitException problem(Location where, String message, String hint) {
    return new KitException(new Problem(where, message, hint));
  }
}
