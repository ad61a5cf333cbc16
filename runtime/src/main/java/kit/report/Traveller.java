package kit.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A host on its way through a play. */
final class Traveller {

  final String host;

  /** The task whose body was begun last. Its calls, and those of tasks before it, may wait. */
  Slot begun;

  /** The task up to which all calls have ended. */
  Slot at;

  /** Whether more is expected of it in this play. */
  boolean live = true;

  /** The handler it is in; empty when it is in a task. */
  String handler = "";

  /** What its handlers did. Where in the play that belongs is known when the next task begins. */
  final List<Heard> handlers = new ArrayList<>();

  /** Time spent in calls of the task it is in. */
  Duration spent = Duration.ZERO;

  Traveller(String host, Slot at) {
    this.host = host;
    this.begun = at;
    this.at = at;
  }

  /** A handler's outcome that has no place yet. */
  record Heard(Slot.Key key, Finding finding) {}
}
