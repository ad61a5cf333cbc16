package kit.script.scope;

import java.util.Set;

/** What takes options, and which. */
public enum Said {
  CALL("loop", "listen"),
  TASK("listen", "register", "changedWhen", "failedWhen", "async", "poll"),
  BLOCK("listen", "register", "changedWhen", "failedWhen", "async", "poll"),
  HANDLER("loop", "register", "changedWhen", "failedWhen", "runOnce", "throttle", "async", "poll"),
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
      "throttle",
      "async",
      "poll"),
  /** What holds for all tasks of a role, or for the role as a whole. */
  ROLE("listen", "register", "changedWhen", "failedWhen", "async", "poll"),
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
      "throttle",
      "async",
      "poll");

  private final Set<String> refused;

  Said(String... refused) {
    this.refused = Set.of(refused);
  }

  public boolean takes(String option) {
    return !refused.contains(option);
  }

  /** What to do instead of an option that cannot be said here. */
  String instead(String option) {
    return switch (option) {
      case "async", "poll" -> "say it on a call: it is one command that runs detached";
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
