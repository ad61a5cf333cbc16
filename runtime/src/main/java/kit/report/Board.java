package kit.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.Location;
import kit.model.Play;
import kit.model.Task;

/**
 * The tasks of a play in order and the hosts on their way through them. Hosts do not wait for one
 * another, and on one host many bodies run before the first of their calls ends; a reader wants the
 * order of the playbook. So a task is told when the last host that may still say something about it
 * has gone on.
 */
final class Board {

  private final Map<String, Traveller> travellers = new LinkedHashMap<>();
  private Slot head;
  private String slowestTask = "";
  private Duration slowest = Duration.ZERO;

  Board(Play play, List<String> hosts) {
    List<Task> tasks = play.tasks();
    for (int i = tasks.size() - 1; i >= 0; i--) {
      head = new Slot(tasks.get(i).name(), tasks.get(i).location(), head);
    }
    head = new Slot("", Location.NONE, head);
    for (String host : hosts) {
      add(host);
    }
  }

  /** A task or handler begins on a host. */
  void enter(String host, String task, Location location, boolean handler) {
    Traveller traveller = traveller(host);
    if (handler) {
      move(traveller, traveller.begun);
      traveller.handler = task;
      return;
    }
    if (!traveller.handlers.isEmpty()) {
      move(traveller, traveller.begun);
      place(traveller);
    }
    traveller.handler = "";
    traveller.begun = target(traveller.begun, task, location);
  }

  /** A call ended; all calls before it on the host have ended too. */
  void called(String host, Location began, Slot.Key key, Finding finding, Duration took) {
    Traveller traveller = traveller(host);
    if (traveller.handler.isEmpty()) {
      move(traveller, slotOf(traveller, began));
      traveller.at.add(key, host, finding);
    } else {
      heard(traveller, finding);
    }
    traveller.spent = traveller.spent.plus(took);
    stopped(traveller, finding);
  }

  /** A call of a task is being done on a host; what it gives is heard later. */
  void doing(String host, String task, Location began, boolean handler) {
    Traveller traveller = traveller(host);
    traveller.doing = handler ? traveller.begun : slotOf(traveller, began);
    traveller.does = handler ? task : "";
  }

  /** Something is said of the task that was begun last; calls before it may not have ended. */
  void note(String host, Finding finding) {
    Traveller traveller = traveller(host);
    if (traveller.handler.isEmpty()) {
      traveller.begun.add(Slot.Key.TASK, host, finding);
    } else {
      heard(traveller, finding);
    }
  }

  /** Something is said in the task that was begun last, after all calls so far. */
  void said(String host, Location location, Finding finding) {
    Traveller traveller = traveller(host);
    move(traveller, traveller.begun);
    if (traveller.handler.isEmpty()) {
      traveller.at.add(new Slot.Key("", location, ""), host, finding);
    } else {
      heard(traveller, finding);
    }
    stopped(traveller, finding);
  }

  /** A host could not be reached for the next call of a task, or was lost in it. */
  void lost(String host, Location began, Finding finding) {
    Traveller traveller = traveller(host);
    if (traveller.handler.isEmpty()) {
      move(traveller, slotOf(traveller, began));
      traveller.at.add(Slot.Key.TASK, host, finding);
    } else {
      heard(traveller, finding);
    }
    stopped(traveller, finding);
  }

  /** All calls before the tasks that were begun last have ended. */
  void settled() {
    for (Traveller traveller : travellers.values()) {
      if (traveller.live) {
        move(traveller, traveller.begun);
      }
    }
  }

  /** The next task that is complete, which is then no longer held; null if there is none yet. */
  Slot passed() {
    return head != null && head.present == 0 ? next() : null;
  }

  /** The next task, complete or not; what handlers did comes last; null at the end. */
  Slot rest() {
    if (head != null) {
      return next();
    }
    Slot end = new Slot("", Location.NONE, null);
    for (Traveller traveller : travellers.values()) {
      measure(traveller);
      for (Traveller.Heard heard : traveller.handlers) {
        end.add(heard.key(), traveller.host, heard.finding());
      }
      traveller.handlers.clear();
    }
    return end.calls().isEmpty() ? null : end;
  }

  /** The task that took the longest on one host, and how long. */
  String slowestTask() {
    return slowestTask;
  }

  Duration slowest() {
    return slowest;
  }

  /** What the host farthest behind is doing; empty at the beginning and the end. */
  String behind() {
    Slot behind = farthest();
    if (behind == null) {
      return "";
    }
    for (Traveller traveller : travellers.values()) {
      if (traveller.live && traveller.now() == behind && traveller.doing == behind) {
        return traveller.does.isEmpty() ? behind.task : traveller.does;
      }
    }
    return behind.task;
  }

  /** The hosts that are in that task. */
  List<String> waiting() {
    Slot behind = farthest();
    List<String> waiting = new ArrayList<>();
    for (Traveller traveller : travellers.values()) {
      if (traveller.live && traveller.now() == behind) {
        waiting.add(traveller.host);
      }
    }
    return waiting;
  }

  private Slot farthest() {
    for (Slot slot = head; slot != null; slot = slot.next) {
      for (Traveller traveller : travellers.values()) {
        if (traveller.live && traveller.now() == slot) {
          return slot;
        }
      }
    }
    return head;
  }

  int hosts() {
    return travellers.size();
  }

  /** How many hosts have failed or were lost. */
  int gone() {
    int gone = 0;
    for (Traveller traveller : travellers.values()) {
      gone += traveller.live ? 0 : 1;
    }
    return gone;
  }

  private Slot next() {
    Slot next = head;
    next.told = true;
    head = head.next;
    return next;
  }

  private Slot target(Slot begun, String task, Location location) {
    for (Slot slot = begun.next; slot != null; slot = slot.next) {
      if (slot.is(task, location)) {
        return slot;
      }
    }
    begun.next = new Slot(task, location, begun.next);
    return begun.next;
  }

  /** The first task that stands there among those whose calls may be going on now. */
  private static Slot slotOf(Traveller traveller, Location began) {
    for (Slot slot = traveller.at; slot != null; slot = slot.next) {
      if (slot.location.equals(began) || slot == traveller.begun) {
        return slot;
      }
    }
    return traveller.begun;
  }

  private static void heard(Traveller traveller, Finding finding) {
    Slot.Key key = new Slot.Key("", Location.NONE, traveller.handler);
    traveller.handlers.add(new Traveller.Heard(key, finding));
  }

  private static void stopped(Traveller traveller, Finding finding) {
    if (finding.mark().last()) {
      traveller.live = false;
      traveller.at.present--;
    }
  }

  private void move(Traveller traveller, Slot to) {
    if (traveller.at == to) {
      return;
    }
    measure(traveller);
    traveller.at.present--;
    to.present++;
    traveller.at = to;
  }

  private void measure(Traveller traveller) {
    if (traveller.spent.compareTo(slowest) > 0) {
      slowest = traveller.spent;
      slowestTask = traveller.at.task;
    }
    traveller.spent = Duration.ZERO;
  }

  private void place(Traveller traveller) {
    for (Traveller.Heard heard : traveller.handlers) {
      traveller.at.add(heard.key(), traveller.host, heard.finding());
    }
    traveller.handlers.clear();
  }

  /** A host that was given up may speak again: its failure was rescued. */
  private Traveller traveller(String host) {
    Traveller traveller = travellers.get(host);
    if (traveller == null) {
      traveller = add(host);
    }
    if (!traveller.live) {
      traveller.live = true;
      if (traveller.at.told) {
        head = new Slot(traveller.at.task, traveller.at.location, head);
        traveller.at = head;
        traveller.begun = head;
      }
      traveller.at.present++;
    }
    return traveller;
  }

  private Traveller add(String host) {
    if (head == null) {
      head = new Slot("", Location.NONE, null);
    }
    Traveller traveller = new Traveller(host, head);
    head.present++;
    travellers.put(host, traveller);
    return traveller;
  }
}
