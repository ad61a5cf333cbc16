package kit.cli;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import kit.cli.terminal.Screen;

/** A run that can be interrupted, and that listens to it or not. */
final class Stubborn {

  private Stubborn() {}

  public static void main(String[] arguments) throws InterruptedException {
    Screen screen = new Screen(System.out, System.err, Map.of(), "", 0);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Interruption interruption = new Interruption(screen)) {
      interruption.stops(arguments[0].equals("listens") ? stopped::countDown : () -> {});
      screen.out.line("ready");
      stopped.await();
      screen.out.line("recap");
    }
    System.exit(2);
  }
}
