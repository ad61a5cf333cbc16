package kit.role;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kit.catalog.Suggestion;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;

/** Where roles are looked for. */
public final class Roles {

  /** The parts of which a role has at least one. */
  private static final List<String> PARTS =
      List.of("tasks", "handlers", "defaults", "vars", "templates", "files", "meta", "filters");

  private final List<Path> folders;
  private final RoleDocuments documents;
  private final Map<Path, RoleFolder> known = new LinkedHashMap<>();

  /**
   * @param folders directories of roles, the first one wins
   */
  public Roles(List<Path> folders, RoleDocuments documents) {
    this.folders = List.copyOf(folders);
    this.documents = documents;
  }

  /** The directories beside a playbook, then others, then the user's own. */
  public static List<Path> path(Path playbookFolder, List<Path> more, Path home) {
    Set<Path> all = new LinkedHashSet<>();
    all.add(playbookFolder.resolve("roles"));
    all.addAll(more);
    all.add(home.resolve(".kit").resolve("roles"));
    return List.copyOf(all);
  }

  /**
   * A role by its name, or by the path of its directory.
   *
   * @param user the role that uses it, whose neighbours are looked at too
   * @param where where it is used
   * @throws KitException if there is none
   */
  public RoleFolder find(String name, Optional<Path> user, Location where) {
    List<Path> all = new ArrayList<>(folders);
    user.map(Path::getParent).filter(each -> !all.contains(each)).ifPresent(all::add);
    boolean path = name.indexOf('/') >= 0;
    if (path && isRole(Path.of(name))) {
      return folder(Path.of(name).getFileName().toString(), Path.of(name));
    }
    for (Path folder : all) {
      Path role = folder.resolve(name).normalize();
      if (isRole(role)) {
        return folder(role.getFileName().toString(), role);
      }
    }
    List<String> looked = new ArrayList<>();
    all.forEach(folder -> looked.add(folder.toString()));
    String searched = "looked in " + String.join(", ", looked);
    String hint = Suggestion.hint(name, names(all), "");
    throw new KitException(
        new Problem(
            where,
            "there is no role '" + name + "'",
            hint.isEmpty() ? searched : hint + " " + searched,
            Mistake.MISSING_ROLE));
  }

  /** All roles that can be found, by their names. */
  public Map<String, RoleFolder> all() {
    Map<String, RoleFolder> all = new TreeMap<>();
    for (Path folder : folders) {
      for (String name : names(List.of(folder))) {
        all.putIfAbsent(name, folder(name, folder.resolve(name)));
      }
    }
    return all;
  }

  /** What a role says of itself that was found before; nothing if it was not. */
  public synchronized RoleMeta metaOf(Path folder) {
    RoleFolder role = known.get(folder);
    return role == null ? RoleMeta.NONE : role.meta();
  }

  public List<Path> folders() {
    return folders;
  }

  /** Whether a directory looks like a role. */
  public static boolean isRole(Path folder) {
    for (String part : PARTS) {
      if (Files.isDirectory(folder.resolve(part))) {
        return true;
      }
    }
    return false;
  }

  private synchronized RoleFolder folder(String name, Path path) {
    return known.computeIfAbsent(path, its -> new RoleFolder(name, its, documents));
  }

  private static Set<String> names(List<Path> folders) {
    Set<String> names = new TreeSet<>();
    for (Path folder : folders) {
      String[] all = folder.toFile().list();
      for (String each : all == null ? new String[0] : all) {
        if (!each.startsWith(".") && isRole(folder.resolve(each))) {
          names.add(each);
        }
      }
    }
    return names;
  }
}
