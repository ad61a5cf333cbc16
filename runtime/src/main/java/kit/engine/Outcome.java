package kit.engine;

import java.util.List;
import java.util.Map;
import kit.spi.Diff;
import kit.spi.Result.Status;

/**
 * How a call ended on a host.
 *
 * @param status ok, changed, failed, ...
 * @param message what was done, or why nothing was, or what went wrong, in one sentence
 * @param hint what to do next after a failure; may be empty
 * @param values fields of the result: rc, stdout, stderr, msg, ...
 * @param diffs before and after
 */
public record Outcome(
    Status status, String message, String hint, Map<String, Object> values, List<Diff> diffs) {}
