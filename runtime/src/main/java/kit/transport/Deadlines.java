package kit.transport;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Does things later unless they are called off. One clock for all hosts. */
public final class Deadlines {

  private Timer timer;

  /** Something that is still to happen. */
  public interface Alarm {
    void cancel();
  }

  /** Runs the action after this time, on a thread of its own. */
  public synchronized Alarm set(Duration after, Runnable action) {
    if (timer == null) {
      timer = new Timer("kit-deadlines", true);
    }
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            start("kit-late", action);
          }
        };
    timer.schedule(task, Math.max(1, after.toMillis()));
    return task::cancel;
  }

  /** Starts a thread that keeps nobody from exiting. */
  public static Thread start(String name, Runnable action) {
    Thread thread = new Thread(null, action, name, 256 * 1024);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
