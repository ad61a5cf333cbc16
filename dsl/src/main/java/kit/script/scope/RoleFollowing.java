package kit.script.scope;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.catalog.Given;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.model.RoleFiles;
import kit.role.RoleCheck;
import kit.role.RoleDependency;
import kit.role.RoleFolder;
import kit.role.RoleParameter;
import kit.script.language.ScriptIndex;
import kit.script.language.ScriptIndex.Mention;
import kit.script.language.ScriptIndex.RoleCall;

/** Reads all roles that a source names, and finds what is wrong with them and their use. */
final class RoleFollowing {

  /** What is known of the roles of a playbook. */
  static final class Found {
    private final Set<Path> dependencies = new HashSet<>();
    private final Set<Mention> declared = new LinkedHashSet<>();
    private final List<RoleNeed> needs = new ArrayList<>();

    Set<Mention> declared() {
      return declared;
    }

    List<RoleNeed> needs() {
      return List.copyOf(needs);
    }
  }

  private final TaskFiles files;
  private final Found found;

  RoleFollowing(TaskFiles files, Found found) {
    this.files = files;
    this.found = found;
  }

  void follow(ScriptIndex index, List<Problem> problems) {
    for (RoleCall call : index.roles()) {
      try {
        RoleFolder role =
            files.roles().find(call.name(), user(call.location().file()), call.location());
        follow(role, call, problems);
      } catch (KitException e) {
        problems.addAll(e.problems());
      }
    }
  }

  private void follow(RoleFolder role, RoleCall call, List<Problem> problems) {
    RoleWords words = new RoleWords(role.meta());
    Map<String, Object> said = new HashMap<>();
    List<Given> parameters = new ArrayList<>();
    for (Given each : call.given()) {
      String name = each.name().orElse("");
      if (RoleWords.from(name).isPresent() && each.value() instanceof String) {
        said.put(name, each.value());
      } else if (name.equals("vars") && each.value() instanceof Map<?, ?> map) {
        map.forEach(
            (key, value) ->
                parameters.add(Given.named(String.valueOf(key), value, each.location())));
      } else if (!name.isEmpty() && words.isParameter(name)) {
        parameters.add(each);
      }
    }
    RoleFiles chosen = RoleWords.files(said, call.location());
    problems.addAll(RoleWords.missing(role, chosen, call.location()));
    RoleCheck check = new RoleCheck(role);
    problems.addAll(check.wrong(parameters, chosen));
    if (!call.open()) {
      for (String name : check.missing(parameters, chosen)) {
        String what = role.meta().parameter(name).map(RoleParameter::description).orElse("");
        found.needs.add(new RoleNeed(role.name(), name, what, call.location()));
      }
    }
    read(role, chosen, call.location(), problems);
  }

  private void read(RoleFolder role, RoleFiles chosen, Location where, List<Problem> problems) {
    for (String name : role.names("defaults", chosen.defaults())) {
      found.declared.add(new Mention(name, where));
    }
    for (String name : role.names("vars", chosen.vars())) {
      found.declared.add(new Mention(name, where));
    }
    for (RoleParameter each : role.meta().parameters()) {
      if (!each.required() || each.otherwise().isPresent()) {
        found.declared.add(new Mention(each.name(), where));
      }
    }
    for (String name : List.of("role_name", "role_path", "ansible_role_name")) {
      found.declared.add(new Mention(name, where));
    }
    role.script("handlers", RoleFiles.MAIN).ifPresent(file -> files.follow(file, problems));
    role.script("tasks", chosen.tasks()).ifPresent(file -> files.follow(file, problems));
    if (found.dependencies.add(role.folder())) {
      for (RoleDependency each : role.meta().dependencies()) {
        RoleFolder other = files.roles().find(each.role(), Optional.of(role.folder()), where);
        for (String name : each.said().keySet()) {
          found.declared.add(new Mention(name, where));
        }
        List<Given> given = new ArrayList<>();
        each.said().forEach((name, value) -> given.add(Given.named(name, value, where)));
        follow(other, new RoleCall(each.role(), where, given, false, false), problems);
      }
    }
  }

  /** The role that a file of tasks or handlers belongs to. */
  private static Optional<Path> user(String file) {
    Path folder = Path.of(file).getParent();
    String kind = folder == null || folder.getFileName() == null ? "" : folder.getFileName() + "";
    return kind.equals("tasks") || kind.equals("handlers")
        ? Optional.ofNullable(folder.getParent())
        : Optional.empty();
  }
}
