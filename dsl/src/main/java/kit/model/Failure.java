package kit.model;

import java.util.Map;

/**
 * What went wrong in an attempt, for its rescue.
 *
 * @param host the host it went wrong on
 * @param task the task it belongs to
 * @param location where the call stands
 * @param message what went wrong
 * @param unreachable whether the host could not be reached
 * @param values fields of the failed call's result: rc, stderr, ...
 */
public record Failure(
    String host,
    String task,
    Location location,
    String message,
    boolean unreachable,
    Map<String, Object> values) {}
