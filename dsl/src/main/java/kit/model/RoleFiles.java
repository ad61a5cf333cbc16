package kit.model;

/**
 * Which files of a role are meant, without folder and extension.
 *
 * @param tasks the one in {@code tasks}
 * @param defaults the one in {@code defaults}
 * @param vars the one in {@code vars}
 */
public record RoleFiles(String tasks, String defaults, String vars) {

  public static final String MAIN = "main";
}
