package kit.script.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.catalog.Given;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Options;
import kit.model.Problem;
import kit.model.Role;
import kit.model.RoleFiles;
import kit.model.RoleValues;
import kit.role.RoleDependency;
import kit.role.RoleFolder;
import kit.role.RoleParameter;
import kit.script.language.Call;
import kit.script.scope.CompiledScript;
import kit.script.scope.OptionsReader;
import kit.script.scope.RoleWords;
import kit.script.scope.Said;
import kit.script.scope.Within;

/**
 * A role as it is said in one place.
 *
 * @param folder the role
 * @param location where it is said
 * @param files which files are meant
 * @param options what is said on it, without variables
 * @param parameters variables that are said on it
 * @param text whether these come from a file of text
 */
record RoleUse(
    RoleFolder folder,
    Location location,
    RoleFiles files,
    Options options,
    Map<String, Object> parameters,
    boolean text) {

  /**
   * @throws KitException with everything that is wrong with the call
   */
  static RoleUse of(Call call, CompiledScript script, Optional<Role> user) {
    List<String> names = call.texts();
    if (names.size() != 1) {
      throw call.problem("role wants the name of one role", "role 'nginx', port: 8081");
    }
    RoleFolder folder =
        script.files().roles().find(names.get(0), user.map(Role::folder), call.location());
    return of(folder, call.named(), call.location(), script, false);
  }

  /** What a role builds upon, said in its {@code meta}. */
  static RoleUse of(RoleDependency said, RoleFolder by, CompiledScript script, Location where) {
    RoleFolder folder = script.files().roles().find(said.role(), Optional.of(by.folder()), where);
    return of(folder, said.said(), where, script, true);
  }

  private static RoleUse of(
      RoleFolder folder,
      Map<String, Object> named,
      Location where,
      CompiledScript script,
      boolean text) {
    Map<String, Object> options = new LinkedHashMap<>();
    Map<String, Object> parameters = new LinkedHashMap<>();
    RoleWords words = new RoleWords(folder.meta());
    for (Map.Entry<String, Object> each : named.entrySet()) {
      if (words.isOption(each.getKey())) {
        options.put(each.getKey(), each.getValue());
      } else if (RoleWords.from(each.getKey()).isEmpty()) {
        parameters.put(each.getKey(), each.getValue());
      }
    }
    String of = "the role '" + folder.name() + "'";
    Options said = new OptionsReader(script, of, where).read(options, Said.ROLE);
    Map<String, Object> all = new LinkedHashMap<>(said.vars());
    all.putAll(OptionsReader.variables(script, parameters));
    RoleFiles files = RoleWords.files(named, where);
    List<Problem> problems = new ArrayList<>(RoleWords.missing(folder, files, where));
    problems.addAll(new kit.role.RoleCheck(folder).wrong(given(parameters, where), files));
    if (!problems.isEmpty()) {
      throw new KitException(problems);
    }
    return new RoleUse(folder, where, files, Within.without(said), all, text);
  }

  private static List<Given> given(Map<String, Object> parameters, Location where) {
    List<Given> given = new ArrayList<>();
    parameters.forEach(
        (name, value) -> {
          boolean computed = value instanceof groovy.lang.Closure<?>;
          given.add(Given.named(name, computed ? Given.UNKNOWN : value, where));
        });
    return given;
  }

  /** Whether its tasks are done several times, or by some hosts only. */
  boolean loops() {
    return options.loop().isPresent()
        || options.until().isPresent()
        || options.retries().isPresent()
        || options.throttle().isPresent()
        || options.runOnce();
  }

  /** The script of its tasks, if it has any. */
  Optional<Path> tasks() {
    return folder.script("tasks", files.tasks());
  }

  Optional<Path> handlers() {
    return folder.script("handlers", RoleFiles.MAIN);
  }

  /**
   * The role as the engine takes it.
   *
   * @param around variables of the blocks around
   */
  Role role(
      String title,
      Map<String, Object> around,
      List<Role> dependencies,
      Optional<Role> user,
      boolean repeats) {
    Map<String, Object> assumed = new LinkedHashMap<>();
    for (RoleParameter each : folder.meta().parameters()) {
      each.otherwise().ifPresent(value -> assumed.put(each.name(), value));
    }
    return new Role(
        folder.name(),
        title,
        folder.folder(),
        location,
        files,
        assumed,
        new RoleValues(parameters, text, around),
        dependencies,
        user,
        repeats || folder.meta().repeats());
  }

  /** What two uses have in common that do the same. */
  Object key() {
    return List.of(folder.folder(), files, parameters);
  }
}
