package kit.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import kit.spi.Result.Status;

/** Counts what happened on each host, and knows which hosts have stopped. */
final class Tally {

  private final Map<String, Counts> hosts = new LinkedHashMap<>();
  private final Set<String> stopped = new LinkedHashSet<>();

  synchronized void stop(String host) {
    stopped.add(host);
  }

  synchronized boolean stopped(String host) {
    return stopped.contains(host);
  }

  synchronized void count(Event event) {
    if (event instanceof Event.PlayStarted started) {
      for (String host : started.hosts()) {
        counts(host);
      }
    } else if (event instanceof Event.CallFinished call) {
      counts(call.host()).add(call);
    } else if (event instanceof Event.TaskSkipped left) {
      counts(left.host()).skipped++;
    } else if (event instanceof Event.TaskUnknown unknown) {
      counts(unknown.host()).maybe++;
    } else if (event instanceof Event.BodyFailed body) {
      Counts counts = counts(body.host());
      counts.failed += body.ignored() ? 0 : 1;
      counts.ignored += body.ignored() ? 1 : 0;
    } else if (event instanceof Event.Confirmation end && !end.confirmed()) {
      Counts counts = counts(end.host());
      counts.failed += end.ignored() ? 0 : 1;
      counts.ignored += end.ignored() ? 1 : 0;
    } else if (event instanceof Event.HostUnreachable lost) {
      Counts counts = counts(lost.host());
      counts.unreachable |= !lost.ignored();
      counts.ignored += lost.ignored() ? 1 : 0;
    } else if (event instanceof Event.HostInterrupted stopped) {
      counts(stopped.host()).interrupted = true;
    }
  }

  synchronized Map<String, HostSummary> summaries(ToIntFunction<String> roundTrips) {
    Map<String, HostSummary> all = new LinkedHashMap<>();
    hosts.forEach((host, counts) -> all.put(host, counts.summary(roundTrips.applyAsInt(host))));
    return all;
  }

  private Counts counts(String host) {
    Counts counts = hosts.computeIfAbsent(host, h -> new Counts());
    counts.last = System.nanoTime();
    return counts;
  }

  private static final class Counts {
    private final long first = System.nanoTime();
    private long last = first;
    private int ok;
    private int changed;
    private int failed;
    private int ignored;
    private int skipped;
    private int maybe;
    private boolean unreachable;
    private boolean interrupted;

    void add(Event.CallFinished call) {
      Status status = call.outcome().status();
      if (call.ignored()) {
        ignored++;
      } else if (status == Status.FAILED) {
        failed++;
      } else if (status == Status.CHANGED) {
        changed++;
      } else if (status == Status.MAYBE) {
        maybe++;
      } else if (status == Status.SKIPPED) {
        skipped++;
      } else {
        ok++;
      }
    }

    HostSummary summary(int roundTrips) {
      Duration took = Duration.ofNanos(last - first);
      return new HostSummary(
          ok, changed, failed, ignored, skipped, maybe, unreachable, interrupted, took, roundTrips);
    }
  }
}
