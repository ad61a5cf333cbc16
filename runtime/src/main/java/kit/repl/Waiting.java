package kit.repl;

import kit.report.Sink;

/** Says that hosts are at work as soon as a call takes longer than a moment. */
final class Waiting {

  private static final long MOMENT = 1_500;
  private static final long PAUSE = 500;

  private final Sink out;
  private final int hosts;
  private final long began = System.currentTimeMillis();
  private boolean drawn;
  private boolean over;

  Waiting(Sink out, int hosts) {
    this.out = out;
    this.hosts = hosts;
    Thread clock = new Thread(this::tick, "kit-waiting");
    clock.setDaemon(true);
    clock.start();
  }

  private synchronized void tick() {
    try {
      wait(MOMENT);
      while (!over) {
        long seconds = (System.currentTimeMillis() - began) / 1000;
        String who = hosts == 1 ? "1 host" : hosts + " hosts";
        out.write("\r  " + seconds + " s on " + who + ", Ctrl-C ends it");
        drawn = true;
        wait(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the line away. */
  synchronized void close() {
    over = true;
    notifyAll();
    if (drawn) {
      out.write("\r\u001b[K");
    }
  }
}
