package kit.engine;

import kit.model.Failure;

/**
 * An attempt that is running on a host.
 *
 * @param around the attempt that this one is inside of, null if none
 * @param rescues whether a failure in it is rescued
 */
record Attempt(Attempt around, boolean rescues) {

  /**
   * The failure, if it happened in here.
   *
   * @throws HostStopped if it belongs to a call made outside, or nobody rescues it here
   */
  Failure failure(HostStopped stopped) {
    if (!rescues || stopped.failure() == null) {
      throw stopped;
    }
    for (Attempt at = stopped.attempt(); at != null; at = at.around) {
      if (at == this) {
        return stopped.failure();
      }
    }
    throw stopped;
  }

  /** Whether a failure of a call made in here, or in what is around, will be rescued. */
  static boolean rescued(Attempt attempt) {
    for (Attempt at = attempt; at != null; at = at.around) {
      if (at.rescues) {
        return true;
      }
    }
    return false;
  }
}
