package kit.repl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.engine.Event;
import kit.spi.Result.Status;

/** What a plan found on hosts that had nothing to change, and what was done on the others. */
final class Merged {

  private Merged() {}

  static HostCalls.Told of(HostCalls.Told plan, HostCalls.Told done, Set<String> changed) {
    List<Event> events = new ArrayList<>();
    for (Event event : plan.events()) {
      if (event instanceof Event.CallFinished call && !changed.contains(call.host())) {
        events.add(call);
      }
    }
    events.addAll(done.events());
    Map<String, Object> values = new LinkedHashMap<>(plan.values());
    values.keySet().removeAll(changed);
    values.putAll(done.values());
    return new HostCalls.Told(events, values);
  }

  /** Whether some host did all of it well. */
  static boolean succeeded(HostCalls.Told told) {
    Set<String> hosts = new LinkedHashSet<>();
    told.calls().forEach(call -> hosts.add(call.host()));
    hosts.removeAll(failed(told.events()));
    return !hosts.isEmpty();
  }

  /** The hosts that did not come to the end of the line. */
  static Set<String> failed(List<Event> events) {
    Set<String> failed = new LinkedHashSet<>();
    for (Event event : events) {
      if (event instanceof Event.CallFinished call) {
        if (call.outcome().status() == Status.FAILED && !call.ignored()) {
          failed.add(call.host());
        }
      } else if (event instanceof Event.BodyFailed body) {
        failed.add(body.host());
      } else if (event instanceof Event.HostUnreachable lost) {
        failed.add(lost.host());
      } else if (event instanceof Event.HostInterrupted stopped) {
        failed.add(stopped.host());
      }
    }
    return failed;
  }
}
