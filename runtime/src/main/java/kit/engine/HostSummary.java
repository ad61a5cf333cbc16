package kit.engine;

import java.time.Duration;

/**
 * What a run did on one host.
 *
 * @param ok calls that found nothing to do
 * @param changed calls that changed something
 * @param failed calls or bodies that failed and were not ignored
 * @param ignored failures that were ignored
 * @param skipped tasks left out
 * @param maybe calls of which check mode cannot know
 * @param unreachable whether the host was lost
 * @param interrupted whether the user stopped the run before the host was done
 * @param took time from its first to its last event
 * @param roundTrips frames sent
 */
public record HostSummary(
    int ok,
    int changed,
    int failed,
    int ignored,
    int skipped,
    int maybe,
    boolean unreachable,
    boolean interrupted,
    Duration took,
    int roundTrips) {}
