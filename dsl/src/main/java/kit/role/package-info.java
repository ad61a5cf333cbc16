/**
 * Roles as directories: where they are found, what their {@code meta} says of them, and whether a
 * call fits it. Reads no file itself but for looking whether it is there. May use kit.model and
 * kit.catalog.
 */
package kit.role;
