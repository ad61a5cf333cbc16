package kit.script;

import java.util.Set;
import java.util.TreeSet;
import kit.catalog.Suggestion;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.script.language.ScriptIndex;
import kit.script.language.ScriptIndex.Mention;

/** The variables that something gives a value to, before a run. */
public final class KnownNames {

  private static final Set<String> GIVEN =
      Set.of("facts", "host", "groups", "vars", "hostvars", "omit", "filters");

  private final Set<String> names = new TreeSet<>(GIVEN);
  private final Set<String> given = new TreeSet<>();
  private final Set<String> locals;

  /**
   * @param index what the playbook says
   * @param variables names that inventory, variable files and command line give values to
   */
  public KnownNames(ScriptIndex index, Set<String> variables) {
    given.addAll(variables);
    for (Mention declared : index.declares()) {
      given.add(declared.name());
    }
    for (Mention asked : index.asked()) {
      given.add(asked.name());
    }
    names.addAll(given);
    locals = index.locals();
  }

  public boolean has(String name) {
    return names.contains(name);
  }

  /**
   * Whether templates see it: the words of bodies are not theirs, and facts are known in the run.
   */
  public boolean inTemplates(String name) {
    boolean word = (name.equals("host") || name.equals("vars")) && !given.contains(name);
    return name.startsWith("ansible_") || has(name) && !word;
  }

  /** The problem of a name that has no value. */
  public Problem unknown(String name, Location where) {
    return problem(
        name, where, "set it in inventory, vars or with -e; text stands in quotes: '" + name + "'");
  }

  /** The same in a template, which does not see what is local to the playbook. */
  public Problem unknownInTemplate(String name, Location where) {
    if (name.equals("host")) {
      return problem(name, where, "in templates it is called inventory_hostname");
    }
    return problem(
        name,
        where,
        locals.contains(name)
            ? "templates do not see the playbook's own: give it, vars: [" + name + ": " + name + "]"
            : "set it in inventory, vars or with -e");
  }

  private Problem problem(String name, Location where, String otherwise) {
    String message = "nothing gives '" + name + "' a value";
    boolean known = locals.contains(name) || names.contains(name);
    String hint = known ? otherwise : Suggestion.hint(name, names, otherwise);
    return new Problem(where, message, hint, Mistake.UNKNOWN_VARIABLE);
  }
}
