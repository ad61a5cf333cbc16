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

  /** The task of the call that is being done; null if that is not known. */
  Slot doing;

  /** The handler that this call belongs to; empty if it is no handler's. */
  String does = "";

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

  /** Where it is: calls that travel together are heard of when the last of them has ended. */
  Slot now() {
    for (Slot slot = at; slot != null; slot = slot.next) {
      if (slot == doing) {
        return doing;
      }
    }
    return at;
  }

  /** A handler's outcome that has no place yet. */
  record Heard(Slot.Key key, Finding finding) {}
}
