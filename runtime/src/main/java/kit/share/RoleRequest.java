package kit.share;

/**
 * A role that a project wants.
 *
 * @param name what it is called in the project
 * @param source where it comes from
 */
public record RoleRequest(String name, RoleSource source) {}
