package kit.engine;

/** Ends the task that is running: its condition does not hold or its body said skip. */
final class TaskLeft extends Error {

  private final String why;

  TaskLeft(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  String why() {
    return why;
  }
}
