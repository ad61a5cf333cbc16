package kit.role;

import java.util.List;
import java.util.Optional;

/**
 * What a role says of itself.
 *
 * @param description what it does; empty if it does not say
 * @param dependencies the roles that it builds upon, in their order
 * @param parameters the variables that it wants
 * @param strict whether these are all that may be said where it is used
 * @param repeats whether it runs again if a play uses it twice the same way
 */
public record RoleMeta(
    String description,
    List<RoleDependency> dependencies,
    List<RoleParameter> parameters,
    boolean strict,
    boolean repeats) {

  static final RoleMeta NONE = new RoleMeta("", List.of(), List.of(), false, false);

  public RoleMeta {
    dependencies = List.copyOf(dependencies);
    parameters = List.copyOf(parameters);
  }

  /** The parameter of this name. */
  public Optional<RoleParameter> parameter(String name) {
    for (RoleParameter each : parameters) {
      if (each.name().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
