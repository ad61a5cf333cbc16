package kit.engine;

import kit.model.Failure;

/**
 * Unwinds the body of a host whose queue has stopped after a failure that was already reported. An
 * Error, so that no playbook catches it; an attempt may.
 */
final class HostStopped extends Error {

  private final transient Attempt attempt;
  private final transient Failure failure;

  /** Nothing can be rescued: the run was interrupted, or another host has failed for all. */
  HostStopped() {
    this(null, null);
  }

  HostStopped(Attempt attempt, Failure failure) {
    super("host stopped", null, false, false);
    this.attempt = attempt;
    this.failure = failure;
  }

  /** The attempt in which the failed call was made, null if none. */
  Attempt attempt() {
    return attempt;
  }

  Failure failure() {
    return failure;
  }
}
