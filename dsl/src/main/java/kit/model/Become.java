package kit.model;

/**
 * Carrying something out as another user.
 *
 * @param user the user to become, {@code root} by default
 * @param method how: {@code sudo}, {@code su} or {@code doas}
 */
public record Become(String user, String method) {

  public static final Become ROOT = new Become("root", "sudo");
}
