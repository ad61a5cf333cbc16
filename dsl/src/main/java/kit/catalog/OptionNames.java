package kit.catalog;

import java.util.List;
import java.util.Optional;

/** The names of the general options, which every call, task and block takes. */
public final class OptionNames {

  /** All of them in camelCase; {@code listen} is for handlers, {@code loop} not for calls. */
  public static final List<String> ALL =
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
          "loop",
          "vars",
          "listen",
          "throttle",
          "async",
          "options");

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
    return ALL.contains(camel) ? Optional.of(camel) : Optional.empty();
  }
}
