package kit.script.scope;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.role.Roles;
import kit.script.language.Order;
import kit.script.language.ScriptIndex;
import kit.script.language.ScriptIndex.Include;

/** The files of tasks that a playbook includes, each read once, also if many hosts ask for it. */
public final class TaskFiles {

  private final TaskSource source;
  private final Roles roles;
  private final Path playbook;
  private final Map<Path, TaskFile> files = new LinkedHashMap<>();
  private final Map<Path, Included> contents = new HashMap<>();
  private final RoleFollowing.Found followed = new RoleFollowing.Found();

  public TaskFiles(TaskSource source, Path playbook, Roles roles) {
    this.source = source;
    this.roles = roles;
    this.playbook = playbook;
  }

  /**
   * A file, looked for beside the one that includes it, then beside the playbook.
   *
   * @param from the including file
   * @throws KitException if there is no such file
   */
  synchronized TaskFile find(String path, String from, Location where) {
    return file(place(path, from, where));
  }

  public Roles roles() {
    return roles;
  }

  public synchronized TaskFile file(Path file) {
    TaskFile known = files.get(file);
    if (known == null) {
      known = source.tasks(file, this);
      files.put(file, known);
    }
    return known;
  }

  /**
   * What a file holds that is included while the playbook runs.
   *
   * @throws KitException with everything that is wrong with it
   */
  public synchronized Included included(String path, String from, Location where) {
    return included(place(path, from, where));
  }

  /** What a file of a role holds. */
  public synchronized Included included(Path place) {
    TaskFile file = file(place);
    Included known = contents.get(place);
    if (known == null) {
      List<Problem> problems = new ArrayList<>(file.problems());
      problems.addAll(source.calls(file.index()));
      known = read(file, problems);
      if (!problems.isEmpty()) {
        throw new KitException(Order.byPlace(problems));
      }
      contents.put(place, known);
    }
    return known;
  }

  /** Reads all files that a script names, and those that they name. */
  public void follow(ScriptIndex index, List<Problem> problems) {
    new RoleFollowing(this, followed).follow(index, problems);
    for (Include include : index.includes()) {
      try {
        String from = include.location().file();
        int before = files.size();
        TaskFile file = find(include.path(), from, include.location());
        boolean fresh = files.size() > before;
        if (fresh) {
          problems.addAll(file.problems());
        }
        if (include.body() || fresh) {
          read(file, problems);
        }
        if (fresh) {
          follow(file.index(), problems);
        }
      } catch (KitException e) {
        problems.addAll(e.problems());
      }
    }
  }

  /** Reads a file that no source names, and all that it names. */
  void follow(Path path, List<Problem> problems) {
    boolean fresh = !files.containsKey(path);
    TaskFile file = file(path);
    if (fresh) {
      problems.addAll(file.problems());
      read(file, problems);
      follow(file.index(), problems);
    }
  }

  /** What the roles say that were found: the variables that they give values to. */
  public ScriptIndex declared() {
    return ScriptIndex.declaring(List.copyOf(followed.declared()));
  }

  /** Variables that a role wants and that its use does not give. */
  public List<RoleNeed> needs() {
    return followed.needs();
  }

  /** All files read so far. */
  public synchronized Collection<TaskFile> all() {
    return new ArrayList<>(files.values());
  }

  private static Included read(TaskFile file, List<Problem> problems) {
    if (file.script() == null) {
      return Included.NOTHING;
    }
    Reading reading = new Reading(file.script(), problems);
    Included included = reading.included();
    problems.addAll(reading.problems());
    return included;
  }

  private Path place(String path, String from, Location where) {
    Path beside = beside(Path.of(from), path);
    Path other = beside(playbook, path);
    if (Files.isRegularFile(beside)) {
      return beside;
    }
    if (Files.isRegularFile(other)) {
      return other;
    }
    String looked = beside.equals(other) ? beside.toString() : beside + " and " + other;
    throw new KitException(
        new Problem(
            where,
            "there is no file '" + path + "'",
            "looked for " + looked,
            Mistake.MISSING_FILE));
  }

  private static Path beside(Path file, String path) {
    Path folder = file.getParent();
    return folder == null ? Path.of(path).normalize() : folder.resolve(path).normalize();
  }
}
