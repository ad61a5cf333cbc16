package kit.script.scope;

import kit.model.Location;

/**
 * A variable that a role wants.
 *
 * @param role the role
 * @param name the variable
 * @param description what it is for; empty if the role does not say
 * @param location where the role is used
 */
public record RoleNeed(String role, String name, String description, Location location) {}
