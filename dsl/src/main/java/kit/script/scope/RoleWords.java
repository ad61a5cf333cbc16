package kit.script.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.catalog.OptionNames;
import kit.catalog.Suggestion;
import kit.model.Location;
import kit.model.Problem;
import kit.model.RoleFiles;
import kit.role.RoleFolder;
import kit.role.RoleMeta;
import kit.script.language.Wanted;

/** What the names mean that are said on a role: its own parameters come first. */
public record RoleWords(RoleMeta meta) {

  /** Whether a name is one of the options that tasks have too. */
  public boolean isOption(String name) {
    return meta.parameter(name).isEmpty() && OptionNames.find(name).isPresent();
  }

  boolean isParameter(String name) {
    return !isOption(name) && from(name).isEmpty();
  }

  /**
   * The kind of file that a word chooses: {@code tasksFrom} and, as Ansible, {@code tasks_from}.
   */
  public static Optional<String> from(String name) {
    return switch (name) {
      case "tasksFrom", "tasks_from" -> Optional.of("tasks");
      case "defaultsFrom", "defaults_from" -> Optional.of("defaults");
      case "varsFrom", "vars_from" -> Optional.of("vars");
      default -> Optional.empty();
    };
  }

  /** The files that are meant; a name may be written with its extension. */
  public static RoleFiles files(Map<String, Object> named, Location where) {
    String[] files = {RoleFiles.MAIN, RoleFiles.MAIN, RoleFiles.MAIN};
    List<String> kinds = List.of("tasks", "defaults", "vars");
    for (Map.Entry<String, Object> each : named.entrySet()) {
      Optional<String> kind = from(each.getKey());
      if (kind.isPresent()) {
        String text = Wanted.text(each.getValue(), each.getKey(), where);
        int dot = text.lastIndexOf('.');
        boolean known =
            dot > 0 && List.of(".groovy", ".yml", ".yaml", ".json").contains(text.substring(dot));
        files[kinds.indexOf(kind.get())] = known ? text.substring(0, dot) : text;
      }
    }
    return new RoleFiles(files[0], files[1], files[2]);
  }

  /** Files that are named and not there. */
  public static List<Problem> missing(RoleFolder role, RoleFiles files, Location where) {
    List<Problem> problems = new ArrayList<>();
    if (role.script("tasks", files.tasks()).isEmpty()) {
      if (role.hasYaml("tasks", files.tasks())) {
        problems.add(
            new Problem(
                where,
                "the tasks of the role '" + role.name() + "' are YAML",
                "kit reads tasks/" + files.tasks() + ".groovy: write them in Groovy"));
      } else if (!files.tasks().equals(RoleFiles.MAIN)) {
        problems.add(none(role, "tasks", files.tasks(), ".groovy", where));
      }
    }
    for (String kind : List.of("defaults", "vars")) {
      String file = kind.equals("vars") ? files.vars() : files.defaults();
      if (!file.equals(RoleFiles.MAIN) && !role.hasData(kind, file)) {
        problems.add(none(role, kind, file, "", where));
      }
    }
    return problems;
  }

  private static Problem none(
      RoleFolder role, String kind, String file, String extension, Location where) {
    String hint = Suggestion.hint(file, role.files(kind), "looked in " + role.folder());
    return new Problem(
        where, "the role '" + role.name() + "' has no " + kind + "/" + file + extension, hint);
  }
}
