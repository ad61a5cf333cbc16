package kit.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One use of a role: what its tasks and handlers see beside the variables of the play. Two uses are
 * never equal, even if they say the same.
 */
public final class Role {

  private final String name;
  private final Path folder;
  private final Location location;
  private final RoleFiles files;
  private final Map<String, Object> assumed;
  private final RoleValues values;
  private final List<Role> dependencies;
  private final Optional<Role> caller;
  private final boolean repeats;
  private final String title;

  /**
   * @param name as the playbook calls it
   * @param title as reports call it; the name, and a number if it is used with other parameters too
   * @param folder its directory
   * @param location where it is used
   * @param files which of its files are meant
   * @param assumed values that its parameters have if nothing else gives them one
   * @param values what is said where it is used
   * @param dependencies the roles that it builds upon, whose defaults and vars it sees
   * @param caller the role whose tasks use it; empty if the play does
   * @param repeats whether it runs again if the play has used it the same way before
   */
  public Role(
      String name,
      String title,
      Path folder,
      Location location,
      RoleFiles files,
      Map<String, Object> assumed,
      RoleValues values,
      List<Role> dependencies,
      Optional<Role> caller,
      boolean repeats) {
    this.name = name;
    this.title = title;
    this.folder = folder;
    this.location = location;
    this.files = files;
    this.assumed = assumed;
    this.values = values;
    this.dependencies = List.copyOf(dependencies);
    this.caller = caller;
    this.repeats = repeats;
  }

  /** A role by itself, as files of it see it that no play uses. */
  public static Role plain(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return new Role(
        name,
        name,
        folder,
        Location.NONE,
        new RoleFiles(RoleFiles.MAIN, RoleFiles.MAIN, RoleFiles.MAIN),
        Map.of(),
        new RoleValues(Map.of(), false, Map.of()),
        List.of(),
        Optional.empty(),
        false);
  }

  /** The role that a file of tasks or handlers lies in. */
  public static Optional<Role> around(String file) {
    Path kind = Path.of(file).getParent();
    boolean inside =
        kind != null
            && kind.getParent() != null
            && kind.getParent().getFileName() != null
            && (kind.endsWith("tasks") || kind.endsWith("handlers"));
    return inside ? Optional.of(plain(kind.getParent())) : Optional.empty();
  }

  public String name() {
    return name;
  }

  public String title() {
    return title;
  }

  public Path folder() {
    return folder;
  }

  public Location location() {
    return location;
  }

  public RoleFiles files() {
    return files;
  }

  public Map<String, Object> assumed() {
    return assumed;
  }

  public RoleValues values() {
    return values;
  }

  public List<Role> dependencies() {
    return dependencies;
  }

  public Optional<Role> caller() {
    return caller;
  }

  public boolean repeats() {
    return repeats;
  }

  /** What two uses have in common that do the same. */
  public Object key() {
    return List.of(folder, files, values.parameters());
  }
}
