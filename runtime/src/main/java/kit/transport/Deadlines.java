package kit.transport;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Does things later unless they are called off. One clock for all hosts. */
public final class Deadlines {

  private Timer timer;

  /** Something that will happen on a thread of its own. (A lambda each would slow every start.) */
  public abstract static class Alarm {

    private TimerTask task;

    /** What is to happen. */
    protected abstract void ring();

    /** Does nothing if it has happened already. */
    public final synchronized void cancel() {
      if (task != null) {
        task.cancel();
      }
    }
  }

  /** Sets an alarm, for the first time or anew. */
  public synchronized void set(Duration after, Alarm alarm) {
    if (timer == null) {
      timer = new Timer("kit-deadlines", true);
    }
    synchronized (alarm) {
      alarm.cancel();
      alarm.task =
          new TimerTask() {
            @Override
            public void run() {
              start("kit-late", alarm::ring);
            }
          };
      timer.schedule(alarm.task, Math.max(1, after.toMillis()));
    }
  }

  /** Starts a thread that keeps nobody from exiting. */
  public static Thread start(String name, Runnable action) {
    Thread thread = new Thread(null, action, name, 256 * 1024);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
