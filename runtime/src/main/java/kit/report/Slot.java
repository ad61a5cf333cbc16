package kit.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.Location;

/** A task in its place in the play, with what is known of it so far; then the task after it. */
final class Slot {

  final String task;
  final Location location;
  Slot next;

  /** How many hosts that may still say something are here. */
  int present;

  /** Whether it has been printed. */
  boolean told;

  /** In the order in which they were first heard of. */
  private final Map<Key, Call> calls = new LinkedHashMap<>();

  Slot(String task, Location location, Slot next) {
    this.task = task;
    this.location = location;
    this.next = next;
  }

  boolean is(String name, Location place) {
    return task.equals(name) && location.equals(place);
  }

  void add(Key key, String host, Finding finding) {
    Call call = calls.get(key);
    if (call == null) {
      call = new Call(key);
      calls.put(key, call);
    }
    call.add(host, finding);
  }

  List<Call> calls() {
    return List.copyOf(calls.values());
  }

  /**
   * Tells a task's calls from one another.
   *
   * @param title what the call is about; empty for the task itself
   * @param location where the call stands
   * @param handler the handler it belongs to; empty for the task's own calls
   */
  record Key(String title, Location location, String handler) {

    /** What is told of the task as a whole. */
    static final Key TASK = new Key("", Location.NONE, "");
  }

  /** One call of the task, or one of its handlers, on all hosts. */
  static final class Call {
    final Key key;

    /** The hosts of each finding, which does not name them. */
    final Map<Finding, List<String>> hosts = new LinkedHashMap<>();

    /** The same findings in the words of the first host that had them. */
    private final Map<Finding, Finding> words = new HashMap<>();

    Call(Key key) {
      this.key = key;
    }

    void add(String host, Finding finding) {
      Finding shared = finding.of(host);
      List<String> sharing = hosts.get(shared);
      if (sharing == null) {
        sharing = new ArrayList<>();
        hosts.put(shared, sharing);
        words.put(shared, finding);
      }
      sharing.add(host);
    }

    void addAll(Call other) {
      hosts.putAll(other.hosts);
      words.putAll(other.words);
    }

    /** A finding as it is told: a single host is named in it. */
    Finding told(Finding shared) {
      return hosts.get(shared).size() == 1 ? words.get(shared) : shared;
    }
  }
}
