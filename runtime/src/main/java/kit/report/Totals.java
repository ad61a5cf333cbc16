package kit.report;

import java.util.Map;
import kit.engine.HostSummary;

/**
 * A run in numbers.
 *
 * @param hosts how many hosts took part
 * @param failed how many of them failed
 * @param unreachable how many of them were lost
 * @param interrupted how many were not done when the user stopped the run
 * @param changed changes on all hosts together
 * @param maybe calls of which check mode cannot know, on all hosts together
 * @param fewestTrips round trips of the host with the fewest
 * @param mostTrips round trips of the host with the most
 */
public record Totals(
    int hosts,
    int failed,
    int unreachable,
    int interrupted,
    int changed,
    int maybe,
    int fewestTrips,
    int mostTrips) {

  public static Totals of(Map<String, HostSummary> summaries) {
    int failed = 0;
    int unreachable = 0;
    int interrupted = 0;
    int changed = 0;
    int maybe = 0;
    int fewest = Integer.MAX_VALUE;
    int most = 0;
    for (HostSummary host : summaries.values()) {
      failed += host.failed() > 0 && !host.unreachable() && !host.interrupted() ? 1 : 0;
      unreachable += host.unreachable() && !host.interrupted() ? 1 : 0;
      interrupted += host.interrupted() ? 1 : 0;
      changed += host.changed();
      maybe += host.maybe();
      fewest = Math.min(fewest, host.roundTrips());
      most = Math.max(most, host.roundTrips());
    }
    return new Totals(
        summaries.size(),
        failed,
        unreachable,
        interrupted,
        changed,
        maybe,
        Math.min(fewest, most),
        most);
  }

  /** Hosts on which nothing went wrong. */
  int fine() {
    return hosts - failed - unreachable - interrupted;
  }

  /** 0 if all went well, 130 if it was stopped, 2 if a host failed, 4 if some only were lost. */
  public int exitCode() {
    if (interrupted > 0) {
      return 130;
    }
    if (failed > 0) {
      return 2;
    }
    return unreachable > 0 ? 4 : 0;
  }
}
