package kit.script;

import java.util.Set;

/** What takes options, and which. */
enum Said {
  CALL("loop", "listen"),
  TASK("listen", "register", "changedWhen", "failedWhen"),
  BLOCK("listen", "register", "changedWhen", "failedWhen"),
  HANDLER("loop", "register", "changedWhen", "failedWhen", "runOnce", "throttle"),
  /** What holds for several tasks, each of which takes it for itself. */
  TASKS(
      "listen",
      "register",
      "changedWhen",
      "failedWhen",
      "loop",
      "until",
      "retries",
      "delay",
      "runOnce",
      "throttle"),
  /** What holds for all tasks of a role, or for the role as a whole. */
  ROLE("listen", "register", "changedWhen", "failedWhen"),
  PLAY(
      "notify",
      "register",
      "ignoreErrors",
      "changedWhen",
      "failedWhen",
      "until",
      "retries",
      "delay",
      "when",
      "loop",
      "listen",
      "delegateTo",
      "runOnce",
      "throttle");

  /** Names of options that say something which this version does not do. */
  private static final Set<String> NOWHERE = Set.of("async");

  private final Set<String> refused;

  Said(String... refused) {
    this.refused = Set.of(refused);
  }

  boolean takes(String option) {
    return !refused.contains(option) && !NOWHERE.contains(option);
  }

  /** What to do instead of an option that cannot be said here. */
  String instead(String option) {
    return switch (option) {
      case "async" -> "hosts work side by side; a long call may say timeout: 2.h";
      case "register", "changedWhen", "failedWhen" ->
          this == PLAY ? "" : "say it on a call: it judges one result";
      case "loop" ->
          this == CALL
              ? "loop in Groovy: items.each { ... }"
              : this == TASKS ? "say it on one task, or use Groovy: items.each { ... }" : "";
      default -> "";
    };
  }
}
