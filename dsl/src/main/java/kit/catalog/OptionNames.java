package kit.catalog;

import java.util.List;
import java.util.Optional;

/** The names of the general options, which every call, task and block takes. */
public final class OptionNames {

  /** Those of a call, in camelCase. */
  public static final List<String> OF_CALLS =
      List.of(
          "notify",
          "become",
          "becomeUser",
          "becomeMethod",
          "register",
          "ignoreErrors",
          "changedWhen",
          "failedWhen",
          "until",
          "retries",
          "delay",
          "timeout",
          "env",
          "check",
          "diff",
          "tags",
          "delegateTo",
          "runOnce",
          "noLog",
          "when",
          "vars",
          "throttle",
          "async",
          "poll",
          "options");

  /** Only where something is defined: a loop on tasks, blocks and roles, topics on handlers. */
  private static final List<String> OF_DEFINITIONS = List.of("loop", "listen");

  private OptionNames() {}

  /**
   * The option that a name means: {@code ignore_errors} is {@code ignoreErrors} and, as Ansible
   * calls it, {@code environment} is {@code env}.
   */
  public static Optional<String> find(String name) {
    String camel = Spelling.camel(name);
    if (camel.equals("environment")) {
      return Optional.of("env");
    }
    boolean known = OF_CALLS.contains(camel) || OF_DEFINITIONS.contains(camel);
    return known ? Optional.of(camel) : Optional.empty();
  }
}
