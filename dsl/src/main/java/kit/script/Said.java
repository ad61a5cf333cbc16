package kit.script;

import java.util.Set;

/** What takes options, and which. */
enum Said {
  CALL("loop", "listen"),
  TASK("listen"),
  HANDLER("loop"),
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
      "listen");

  /** Names of options that say something which this version does not do. */
  private static final Set<String> NOWHERE =
      Set.of("delegateTo", "runOnce", "diff", "throttle", "async");

  private final Set<String> refused;

  Said(String... refused) {
    this.refused = Set.of(refused);
  }

  boolean takes(String option) {
    return !refused.contains(option) && !NOWHERE.contains(option);
  }

  /** What to do instead of an option that cannot be said here. */
  String instead(String option) {
    return this == CALL && option.equals("loop") ? "loop in Groovy: items.each { ... }" : "";
  }
}
