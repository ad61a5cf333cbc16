package kit.vars;

import java.util.LinkedHashMap;
import java.util.Map;
import kit.data.Setting;
import kit.model.Location;
import kit.model.Role;

/**
 * The variables of one use of a role on one host.
 *
 * @param role the use
 * @param defaults the weakest of all
 * @param vars constants of the role
 * @param included what it has read by includeVars; may grow while the role runs
 */
public record RoleScope(
    Role role,
    Map<String, Setting> defaults,
    Map<String, Setting> vars,
    Map<String, Setting> included) {

  /** The variables of a role and, below them, of those that it builds upon. */
  public static RoleScope of(Role role, Variables all, Map<String, Setting> included) {
    Map<String, Setting> defaults = new LinkedHashMap<>();
    Map<String, Setting> vars = new LinkedHashMap<>();
    collect(role, all, defaults, vars);
    return new RoleScope(role, defaults, vars, included);
  }

  private static void collect(
      Role role, Variables all, Map<String, Setting> defaults, Map<String, Setting> vars) {
    for (Role each : role.dependencies()) {
      collect(each, all, defaults, vars);
    }
    defaults.putAll(settings(role.assumed(), role.location()));
    defaults.putAll(all.role(role.folder(), "defaults", role.files().defaults()));
    vars.putAll(all.role(role.folder(), "vars", role.files().vars()));
  }

  Lexical over(Lexical outer) {
    Map<String, Object> around = new LinkedHashMap<>(role.values().around());
    around.put("role_name", role.name());
    around.put("ansible_role_name", role.name());
    around.put("role_path", role.folder().toAbsolutePath().normalize().toString());
    String name = role.name();
    Magic.refuse(defaults);
    Magic.refuse(vars);
    Lexical at = new Lexical(settings(around, role.location()), true, Layer.LEXICAL, "", outer);
    at = new Lexical(defaults, false, Layer.ROLE_DEFAULTS, name, at);
    at = new Lexical(vars, false, Layer.ROLE_VARS, name, at);
    at = new Lexical(included, false, Layer.ROLE_VARS, name, at);
    Map<String, Setting> said = settings(role.values().parameters(), role.location());
    Magic.refuse(said);
    return new Lexical(said, !role.values().text(), Layer.ROLE_PARAMETERS, name, at);
  }

  private static Map<String, Setting> settings(Map<String, Object> values, Location where) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    values.forEach((name, value) -> settings.put(name, new Setting(value, where)));
    return settings;
  }
}
