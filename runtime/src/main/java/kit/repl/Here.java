package kit.repl;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Computes on this machine what a session asks for, so that Ctrl-C can end it. */
final class Here {

  private final HostCalls calls;

  /** The user has ended it. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  Here(HostCalls calls) {
    this.calls = calls;
  }

  /**
   * What some work gives.
   *
   * @throws Stopped if the user ends it
   */
  <T> T value(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread worker = new Thread(task, "kit-here");
    worker.setDaemon(true);
    Object[] value = new Object[1];
    calls.stoppable(
        () -> task.cancel(true),
        () -> {
          worker.start();
          value[0] = await(task);
        });
    @SuppressWarnings("unchecked")
    T found = (T) value[0];
    return found;
  }

  private static <T> T await(FutureTask<T> task) {
    try {
      return task.get();
    } catch (CancellationException | InterruptedException e) {
      throw new Stopped();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    }
  }
}
