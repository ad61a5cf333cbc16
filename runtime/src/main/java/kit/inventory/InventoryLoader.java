package kit.inventory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kit.data.DataFile;
import kit.data.Setting;
import kit.data.VaultedFile;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.vault.Vault;

/** Reads one inventory from all the sources that the user named. */
public final class InventoryLoader {
  private static final List<String> SKIPPED_ENDS =
      List.of(
          "~", ".pyc", ".pyo", ".swp", ".bak", ".rpm", ".md", ".txt", ".rst", ".orig", ".cfg",
          ".retry");
  private static final List<String> SKIPPED_NAMES =
      List.of("host_vars", "group_vars", "vars_plugins");

  private final Vault vault;
  private final Sources sources;
  private final List<InventoryFormat> formats;

  private final Set<String> vaulted = new HashSet<>();

  /** Reads static inventories and programs only. */
  public InventoryLoader(Vault vault) {
    this(vault, Sources.NONE);
  }

  /**
   * @param sources asks the dynamic sources that inventories name
   */
  public InventoryLoader(Vault vault, Sources sources) {
    this.vault = vault;
    this.sources = sources;
    this.formats = InventoryFormat.all(sources);
  }

  /**
   * The inventory of these sources: files, directories, and lists like {@code a,b,}. Later ones add
   * to and win over earlier ones. None at all leaves only the implicit localhost.
   */
  public Inventory load(List<String> sources) {
    InventoryBuilder into = new InventoryBuilder();
    List<InventorySource> read = new ArrayList<>();
    for (String source : sources) {
      Path path = Path.of(source);
      if (Files.isDirectory(path)) {
        directory(path, into);
        read.add(new InventorySource(source, Optional.of(path)));
      } else if (source.indexOf(',') >= 0 && !Files.exists(path)) {
        list(source, into);
        read.add(new InventorySource(source, Optional.empty()));
      } else {
        file(path, into);
        read.add(new InventorySource(source, Optional.of(folder(path))));
      }
    }
    Inventory inventory = into.build(read);
    if (!vaulted.isEmpty()) {
      hide(inventory);
    }
    return inventory;
  }

  /** What files hold that are vaulted as a whole is secret, but for how hosts are reached. */
  private void hide(Inventory inventory) {
    List<Map<String, Setting>> all = new ArrayList<>();
    inventory.groups().forEach(group -> all.add(group.vars()));
    inventory.hosts().forEach(host -> inventory.host(host).ifPresent(its -> all.add(its.vars())));
    VaultedFile values = new VaultedFile(vault.hidden());
    for (Map<String, Setting> vars : all) {
      for (Map.Entry<String, Setting> each : vars.entrySet()) {
        boolean reaching = each.getKey().startsWith("ansible_") && !each.getKey().endsWith("pass");
        boolean secret = !reaching || each.getKey().endsWith("password");
        if (secret && vaulted.contains(each.getValue().location().file())) {
          values.note(each.getValue());
        }
      }
    }
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }

  private void directory(Path directory, InventoryBuilder into) {
    List<Path> entries;
    try (Stream<Path> list = Files.list(directory)) {
      entries = list.sorted().toList();
    } catch (IOException e) {
      throw problem(directory, "the directory cannot be read", "check its permissions");
    }
    for (Path entry : entries) {
      if (isSkipped(entry.getFileName().toString())) {
        continue;
      }
      if (Files.isDirectory(entry)) {
        directory(entry, into);
      } else {
        file(entry, into);
      }
    }
  }

  private static boolean isSkipped(String name) {
    if (name.startsWith(".") || SKIPPED_NAMES.contains(name)) {
      return true;
    }
    for (String end : SKIPPED_ENDS) {
      if (name.endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  private void file(Path file, InventoryBuilder into) {
    if (!Files.exists(file)) {
      throw problem(
          file, "there is no such inventory", "check -i; a list of hosts ends in a comma: 'web1,'");
    }
    String name = file.toString();
    byte[] bytes = DataFile.bytes(file, name);
    if (isProgram(file, bytes)) {
      into.from(name);
      new ProgramReader(file, into, sources.memory()).read();
      return;
    }
    if (Vault.isVaulted(bytes)) {
      vaulted.add(name);
      bytes =
          vault.decrypt(
              new String(bytes, StandardCharsets.UTF_8), new Location(file.toString(), 0, 0));
    }
    String text = text(bytes, name);
    into.from(name);
    int before = into.hosts.size();
    for (InventoryFormat format : formats) {
      if (format.takes(file, text)) {
        format.read(file, name, text, into);
        break;
      }
    }
    if (text.isBlank() && into.hosts.size() == before) {
      into.warn(name + " is empty");
    }
  }

  /** An executable with a line for its interpreter, or a binary; any file may have the mode. */
  private static boolean isProgram(Path file, byte[] bytes) {
    boolean script = begins(bytes, "#!") && !file.toString().endsWith(".groovy");
    return (script || begins(bytes, "\u007fELF")) && Files.isExecutable(file);
  }

  private static boolean begins(byte[] bytes, String with) {
    if (bytes.length < with.length()) {
      return false;
    }
    for (int i = 0; i < with.length(); i++) {
      if (bytes[i] != with.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** UTF-8; comments may hold anything, as old inventories do. */
  private static String text(byte[] bytes, String name) {
    try {
      String text = DataFile.text(bytes, name);
      return text.startsWith("\ufeff") ? text.substring(1) : text; // editors of Windows begin so
    } catch (KitException e) {
      StringBuilder text = new StringBuilder();
      for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\n")) {
        boolean comment = line.startsWith("#") || line.startsWith(";");
        byte[] raw = line.getBytes(StandardCharsets.ISO_8859_1);
        text.append(comment ? "#" : DataFile.text(raw, name)).append('\n');
      }
      return text.toString();
    }
  }

  private static void list(String source, InventoryBuilder into) {
    into.from(source);
    Location at = new Location(source, 0, 0);
    for (String part : source.split(",")) {
      if (part.isBlank()) {
        continue;
      }
      HostAddress address = HostAddress.parse(part.strip());
      try {
        for (String host : HostRange.expand(address.host())) {
          into.addHost(host, "ungrouped", address.port(), at);
        }
      } catch (IllegalArgumentException e) {
        throw new KitException(new Problem(at, e.getMessage(), "write for example web[01:10],"));
      }
    }
  }

  private static KitException problem(Path file, String message, String hint) {
    return new KitException(new Problem(new Location(file.toString(), 0, 0), message, hint));
  }
}
