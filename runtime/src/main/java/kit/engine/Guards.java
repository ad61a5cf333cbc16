package kit.engine;

import kit.model.Confirm;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.target.Unreachable;

/** The confirmWithin that a host is in, if any. */
final class Guards {

  private final HostPlay play;
  private final RunContext run;
  private final CallEnd end;
  private Guard now;

  Guards(HostPlay play, RunContext run, CallEnd end) {
    this.play = play;
    this.run = run;
    this.end = end;
  }

  /** What looks after the calls that are made now; null if nothing does. */
  Guard now() {
    return now;
  }

  /**
   * Runs a block. Its last calls may still wait when it is left; the queue confirms behind them.
   *
   * @param shells the host whose changes are looked after
   */
  void confirm(Confirm confirm, Location where, Shells shells, Runnable body) {
    if (now != null) {
      throw new KitException(
          new Problem(
              where,
              "confirmWithin cannot stand inside of another",
              "one block, one confirmation: put them one behind the other"));
    }
    Guard guard = new Guard(confirm, where, play, run, end, shells);
    now = guard;
    try {
      body.run();
    } catch (HostStopped stopped) {
      guard.undo();
      throw stopped;
    } catch (Unreachable lost) {
      if (guard.armed()) {
        throw guard.lost(lost);
      }
      throw lost;
    } catch (KitException wrong) {
      play.queue().settle(); // what was called before is done before, as everywhere
      guard.undo();
      throw wrong;
    } finally {
      now = null;
      guard.close();
    }
    play.queue().left(guard);
  }
}
