package kit.repl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    List<String> failed = new ArrayList<>();
    List<String> hosts = new ArrayList<>();
    for (Event event : told.events()) {
      if (event instanceof Event.CallFinished call) {
        boolean bad = call.outcome().status() == Status.FAILED && !call.ignored();
        (bad ? failed : hosts).add(call.host());
      } else if (event instanceof Event.BodyFailed body) {
        failed.add(body.host());
      } else if (event instanceof Event.HostUnreachable lost) {
        failed.add(lost.host());
      } else if (event instanceof Event.HostInterrupted stopped) {
        failed.add(stopped.host());
      }
    }
    hosts.removeAll(failed);
    return !hosts.isEmpty();
  }
}
