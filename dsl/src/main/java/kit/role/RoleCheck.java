package kit.role;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kit.catalog.Given;
import kit.catalog.Suggestion;
import kit.model.Location;
import kit.model.Problem;
import kit.model.RoleFiles;

/** Whether what is said where a role is used fits its parameters. */
public final class RoleCheck {

  private final RoleFolder role;
  private final RoleMeta meta;

  public RoleCheck(RoleFolder role) {
    this.role = role;
    this.meta = role.meta();
  }

  /**
   * Wrong names and values.
   *
   * @param parameters what is said, without options
   */
  public List<Problem> wrong(List<Given> parameters, RoleFiles files) {
    List<Problem> problems = new ArrayList<>();
    for (Given given : parameters) {
      String name = given.name().orElse("");
      var parameter = meta.parameter(name);
      if (parameter.isPresent() && given.constant()) {
        String wrong = parameter.get().wrong(given.value());
        if (!wrong.isEmpty()) {
          String choices = choices(parameter.get());
          problems.add(new Problem(given.location(), "'" + name + "' " + wrong, choices));
        }
      } else if (parameter.isEmpty() && meta.strict() && !name.isEmpty()) {
        unknown(name, given.location(), files, problems);
      }
    }
    return problems;
  }

  private void unknown(String name, Location at, RoleFiles files, List<Problem> problems) {
    Set<String> known = new TreeSet<>(role.names("defaults", files.defaults()));
    known.addAll(role.names("vars", files.vars()));
    if (!known.contains(name)) {
      meta.parameters().forEach(each -> known.add(each.name()));
      String otherwise = "kit doc role " + role.name() + " shows its parameters";
      String hint = Suggestion.hint(name, known, otherwise);
      problems.add(
          new Problem(at, "the role '" + role.name() + "' has no parameter '" + name + "'", hint));
    }
  }

  /** Parameters that something else than the call has to give a value. */
  public List<String> missing(List<Given> parameters, RoleFiles files) {
    Set<String> given = new HashSet<>();
    parameters.forEach(each -> given.add(each.name().orElse("")));
    List<String> missing = new ArrayList<>();
    for (RoleParameter each : meta.parameters()) {
      if (each.required() && !given.contains(each.name()) && !hasOwn(each.name(), files)) {
        missing.add(each.name());
      }
    }
    return missing;
  }

  private boolean hasOwn(String name, RoleFiles files) {
    return meta.parameter(name).flatMap(RoleParameter::otherwise).isPresent()
        || role.names("defaults", files.defaults()).contains(name)
        || role.names("vars", files.vars()).contains(name);
  }

  private static String choices(RoleParameter parameter) {
    List<String> words = new ArrayList<>();
    parameter.choices().forEach(each -> words.add(String.valueOf(each)));
    return words.isEmpty() ? parameter.description() : "there are " + String.join(", ", words);
  }
}
