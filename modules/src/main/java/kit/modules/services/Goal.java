package kit.modules.services;

import java.time.Duration;
import java.util.Optional;

/**
 * What service and systemd want of a unit.
 *
 * @param unit which one
 * @param state whether it runs, if that matters
 * @param enabled whether it starts at boot, if that matters
 * @param masked whether it can be started at all, if that matters
 * @param daemonReload read its file again before, if it changed
 * @param noBlock do not wait until it has started
 * @param force go over links that are in the way of enabling
 * @param settle how long it must stay up after a start
 */
record Goal(
    Unit unit,
    Optional<State> state,
    Optional<Boolean> enabled,
    Optional<Boolean> masked,
    boolean daemonReload,
    boolean noBlock,
    boolean force,
    Duration settle) {

  boolean wants(State some) {
    return state.isPresent() && state.get() == some;
  }
}
