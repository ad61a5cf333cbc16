package kit.role;

import java.util.Map;

/**
 * A role that another one builds upon.
 *
 * @param role its name
 * @param said parameters, options such as {@code tags}, and {@code tasksFrom} and the like, as
 *     written
 */
public record RoleDependency(String role, Map<String, Object> said) {}
