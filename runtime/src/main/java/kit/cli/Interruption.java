package kit.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kit.cli.terminal.Screen;

/**
 * Ctrl-C and SIGTERM. The first stops the run, which then tells how far it came; a second Ctrl-C
 * ends the process at once. The exit code, 130 or 143, is the JVM's own for these signals.
 */
final class Interruption implements AutoCloseable {

  /** A run that is stopped has this long to tell what became of it. */
  private static final long PATIENCE = 4;

  private final CountDownLatch over = new CountDownLatch(1);
  private final Consumer<Runnable> hears;
  private final Screen screen;
  private volatile Runnable stop = () -> {};

  Interruption(Screen screen) {
    this(screen, run -> {});
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "interruption"));
  }

  private Interruption(Screen screen, Consumer<Runnable> hears) {
    this.screen = screen;
    this.hears = hears;
  }

  /** Of a process that goes on when the run was stopped: somebody else hears of Ctrl-C. */
  static Interruption heard(Screen screen, Consumer<Runnable> hears) {
    return new Interruption(screen, hears);
  }

  /** What to do when the user has had enough. */
  void stops(Runnable run) {
    stop = run;
    hears.accept(run);
  }

  /** The run is over, there is nothing left to interrupt. */
  @Override
  public void close() {
    over.countDown();
  }

  private void stop() {
    if (over.getCount() == 0) {
      return;
    }
    haltOnInterrupt();
    screen.err.line("kit: stopping; Ctrl-C again ends at once");
    stop.run();
    try {
      if (!over.await(PATIENCE, TimeUnit.SECONDS)) {
        screen.err.line("kit: the run did not stop in time; commands may go on on the hosts");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** By reflection: the only interface to signals is not part of the Java platform. */
  private static void haltOnInterrupt() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object halt =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                Runtime.getRuntime().halt(130);
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("INT"), halt);
    } catch (ReflectiveOperationException | LinkageError e) {
      // on such a JVM a second Ctrl-C waits like the first
    }
  }
}
