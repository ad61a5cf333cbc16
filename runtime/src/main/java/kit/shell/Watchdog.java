package kit.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kit.transport.Deadlines;

/** Ends what takes too long, and lets nobody go on before that is done. */
final class Watchdog {

  private static final int GRACE_TENTHS = 50;
  private static final long AFTERWARDS_MILLIS = 3_000;

  private final Agent agent;
  private final Deadlines deadlines;
  private final CountDownLatch killed = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final Deadlines.Alarm alarm =
      new Deadlines.Alarm() {
        @Override
        protected void ring() {
          bite();
        }
      };
  private boolean fired;
  private boolean done;

  Watchdog(Agent agent, Deadlines deadlines) {
    this.agent = agent;
    this.deadlines = deadlines;
  }

  /** From now on this much time is left. */
  synchronized void limit(Duration left) {
    if (!fired) {
      deadlines.set(left, alarm);
    }
  }

  /** From now on there is no limit. */
  synchronized void calm() {
    alarm.cancel();
  }

  /** Whether something was ended. */
  synchronized boolean fired() {
    return fired;
  }

  /** Called when the request is over, whoever ended it; waits for an ending that is going on. */
  void finish() {
    synchronized (this) {
      done = true;
      alarm.cancel();
      if (!fired) {
        return;
      }
    }
    over.countDown();
    try {
      killed.await(2 * AFTERWARDS_MILLIS + GRACE_TENTHS * 100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void bite() {
    synchronized (this) {
      if (done) {
        return;
      }
      fired = true;
    }
    try {
      agent.kill(GRACE_TENTHS);
      killed.countDown();
      if (!over.await(AFTERWARDS_MILLIS, TimeUnit.MILLISECONDS)) {
        agent.abandon();
      }
    } catch (IOException | RuntimeException e) {
      // without a second channel there is one way left: a host ends what its lost controller ran
      agent.cut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      killed.countDown();
    }
  }
}
