package kit.vars;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kit.catalog.Suggestion;
import kit.data.Setting;
import kit.inventory.Group;
import kit.inventory.Inventory;
import kit.inventory.InventoryHost;
import kit.inventory.InventorySource;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Play;
import kit.model.Secrets;
import kit.spi.Source;
import kit.vault.Vault;

/** The variables of a run. Files are read when a host first needs them. */
public final class Variables {
  private volatile Inventory inventory;
  private final List<Path> folders = new ArrayList<>();

  /** Lines of a bigger file are not looked for in outputs. */
  private static final int LARGEST = 64 * 1024;

  private final Path playbookFolder;
  private final Map<String, Setting> extra;
  private final VarsFiles files;
  private final Values values;
  private final Vault vault;
  private volatile Magic magic;
  private final Map<String, HostVars> hosts = new ConcurrentHashMap<>();
  private final Set<String> warnings = Collections.synchronizedSet(new LinkedHashSet<>());

  /**
   * Prepares the variables; reads nothing yet.
   *
   * @param playbookFolder where the playbook is; empty for a single command
   * @param extra what {@code -e} set, see {@link ExtraVars}
   */
  public Variables(
      Inventory inventory,
      Optional<Path> playbookFolder,
      Map<String, Setting> extra,
      Vault vault,
      Renderer renderer) {
    this.inventory = inventory;
    this.playbookFolder = playbookFolder.orElse(Path.of(""));
    this.extra = extra;
    this.vault = vault;
    this.files = new VarsFiles(vault, warnings);
    this.values = new Values(vault, renderer);
    this.magic = new Magic(inventory, this.playbookFolder);
    for (InventorySource source : inventory.sources()) {
      addFolder(source.folder());
    }
    addFolder(playbookFolder);
  }

  private void addFolder(Optional<Path> folder) {
    if (folder.isPresent()) {
      Path whole = folder.get().toAbsolutePath().normalize();
      for (Path known : folders) {
        if (known.toAbsolutePath().normalize().equals(whole)) {
          return;
        }
      }
      folders.add(folder.get());
    }
  }

  /** The variables of a host of the inventory, or of the implicit localhost. */
  public HostVars host(String name) {
    HostVars vars = hosts.get(name);
    if (vars != null) {
      return vars;
    }
    Optional<InventoryHost> host = inventory.host(name);
    if (host.isEmpty()) {
      String hint = Suggestion.hint(name, inventory.hosts(), "kit inventory list shows them");
      throw new KitException("no host is called '" + name + "'", hint);
    }
    HostVars made = new HostVars(this, host.get());
    HostVars other = hosts.putIfAbsent(name, made);
    return other == null ? made : other;
  }

  /** What a play adds; reads its varsFiles, which are relative to the playbook. */
  public PlayScope play(Play play, List<String> playHosts, boolean check, boolean diff) {
    Map<String, Setting> vars = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : play.vars().entrySet()) {
      vars.put(entry.getKey(), new Setting(entry.getValue(), play.location()));
    }
    for (String file : play.varsFiles()) {
      vars.putAll(files.file(playbookFolder.resolve(file)));
    }
    Magic.refuse(vars);
    return new PlayScope(vars, playHosts, playHosts, playHosts, check, diff);
  }

  /** Whether kit itself sets this name. */
  public static boolean isReserved(String name) {
    return Magic.NAMES.contains(name);
  }

  /** The names that kit itself sets. */
  public static Set<String> reserved() {
    return Magic.NAMES;
  }

  /** All names that files beside the inventories and the playbook declare for anybody. */
  public Set<String> declaredNames() {
    Set<String> names = new LinkedHashSet<>(extra.keySet());
    for (Path folder : folders) {
      names.addAll(files.names(folder, "group_vars"));
      names.addAll(files.names(folder, "host_vars"));
    }
    return names;
  }

  /**
   * The variables of a role; none if it has no such file or directory.
   *
   * @param kind {@code defaults} or {@code vars}
   * @param name the file, without extension
   */
  public Map<String, Setting> role(Path folder, String kind, String name) {
    return files.of(folder, kind, name);
  }

  /** Variables in a file, for {@code includeVars}. */
  public Map<String, Setting> file(Path file) {
    return files.file(file);
  }

  /** Variables in all files of a directory, in order of name. */
  public Map<String, Setting> directory(Path directory) {
    return files.directory(directory);
  }

  public Inventory inventory() {
    return inventory;
  }

  /** Puts the inventory of later plays in the place of the present one. */
  public void inventory(Inventory grown) {
    inventory = grown;
    magic = new Magic(grown, playbookFolder);
    for (HostVars vars : hosts.values()) {
      grown.host(vars.name()).ifPresent(vars::declaredBy);
    }
  }

  /** What the user should know: disagreeing groups, names written twice. */
  public List<String> warnings() {
    synchronized (warnings) {
      return new ArrayList<>(warnings);
    }
  }

  /** What opens vaulted files. */
  public Vault vault() {
    return vault;
  }

  /** What must be shown nowhere. */
  public Secrets secrets() {
    return vault.hidden();
  }

  /** A file of the controller; one that is vaulted is decrypted, and secret. */
  public Source opened(Source source) {
    if (!Vault.isVaulted(source.bytes())) {
      return source;
    }
    String text = new String(source.bytes(), StandardCharsets.UTF_8);
    byte[] plain = vault.decrypt(text, new Location(source.path(), 0, 0));
    if (plain.length <= LARGEST) {
      String secret = new String(plain, StandardCharsets.UTF_8);
      vault.hidden().add(secret, new Location(source.path(), 0, 0));
    }
    return new Source(source.path(), plain, source.mode(), true);
  }

  /** What {@code -e} sets. */
  public Map<String, Setting> extra() {
    return extra;
  }

  Values values() {
    return values;
  }

  Magic magic() {
    return magic;
  }

  /** Notes what the user should know. */
  public void warn(String text) {
    warnings.add(text);
  }

  /** What inventory and files declare for a host, weakest first: Ansible's order. */
  List<Declared> declared(InventoryHost host) {
    List<Group> groups = new ArrayList<>();
    for (String name : host.groups()) {
      inventory.group(name).ifPresent(groups::add); // it may have gone when read anew
    }
    List<Declared> found = new ArrayList<>();
    for (Group group : groups) {
      Layer layer = group.name().equals("all") ? Layer.ALL : Layer.GROUPS;
      found.add(new Declared(layer, group.name(), group.vars()));
    }
    for (Path folder : folders) {
      found.add(new Declared(Layer.ALL, "all", files.of(folder, "group_vars", "all")));
    }
    for (Path folder : folders) {
      for (Group group : groups) {
        if (!group.name().equals("all")) {
          Map<String, Setting> vars = files.of(folder, "group_vars", group.name());
          found.add(new Declared(Layer.GROUPS, group.name(), vars));
        }
      }
    }
    found.add(new Declared(Layer.HOST, "", host.vars()));
    for (Path folder : folders) {
      found.add(new Declared(Layer.HOST, "", files.of(folder, "host_vars", host.name())));
    }
    found.forEach(this::warnOfMagic);
    return found;
  }

  /** Ansible ignores such values too, and says nothing. */
  private void warnOfMagic(Declared declared) {
    for (String name : Magic.NAMES) {
      Setting setting = declared.vars().get(name);
      if (setting != null) {
        warn(setting.location() + ": '" + name + "' is set by kit; this value is ignored");
      }
    }
  }
}
