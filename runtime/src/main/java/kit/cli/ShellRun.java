package kit.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import kit.model.KitException;
import kit.model.Problem;
import kit.report.LineCutter;
import kit.report.ShellEnd;
import kit.report.ShellReport;
import kit.report.Totals;
import kit.spi.Output;
import kit.spi.Step;
import kit.target.Apply;
import kit.target.Frame;
import kit.target.Target;
import kit.target.Unreachable;

/** Runs a piece of sh on hosts, side by side, and has told what it says while it says it. */
final class ShellRun {

  private final Fleet fleet;
  private final ShellReport report;
  private final Frame frame;
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private final List<ShellEnd> ends = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * @param limit how long it may take on a host; zero for as long as it likes
   */
  ShellRun(Fleet fleet, String script, Duration limit, ShellReport report) {
    this.fleet = fleet;
    this.report = report;
    Apply apply = new Apply(List.of(Step.Run.of(script)), limit, Map.of());
    this.frame = new Frame(List.of(apply), List.of());
    waiting.addAll(fleet.hosts());
  }

  /**
   * Runs it everywhere.
   *
   * @param forks on how many hosts at once
   */
  Totals run(int forks) {
    long start = System.nanoTime();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(forks, fleet.hosts().size()); i++) {
      Thread worker = new Thread(this::work, "kit-sh-" + i);
      worker.setDaemon(true);
      worker.start();
      workers.add(worker);
    }
    try {
      for (Thread worker : workers) {
        worker.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Totals totals = totals();
    report.finished(totals, Duration.ofNanos(System.nanoTime() - start));
    return totals;
  }

  /** Ends what runs on the hosts; nothing more is begun. */
  void stop() {
    stopped = true;
    fleet.close();
  }

  private void work() {
    for (String host = waiting.poll(); host != null; host = waiting.poll()) {
      ShellEnd end =
          stopped ? ShellEnd.of(ShellEnd.Kind.STOPPED, "it was not begun", "") : onHost(host);
      report.ended(host, end);
      synchronized (ends) {
        ends.add(end);
      }
    }
  }

  private ShellEnd onHost(String host) {
    Hearing hearing = new Hearing(host, report);
    try {
      Target target = fleet.targets().open(host, fleet.project().become(host));
      long start = System.nanoTime();
      Output output = target.exchange(frame, hearing).outputs().get(0).get(0);
      hearing.end();
      return ShellEnd.of(
          output.rc(), output.timedOut(), Duration.ofNanos(System.nanoTime() - start));
    } catch (KitException e) {
      hearing.end();
      Problem first = e.problems().get(0);
      if (stopped) {
        return ShellEnd.of(ShellEnd.Kind.STOPPED, "it was stopped", first.hint());
      }
      ShellEnd.Kind kind =
          e instanceof Unreachable ? ShellEnd.Kind.UNREACHABLE : ShellEnd.Kind.FAILED;
      String at = first.location().toString();
      return ShellEnd.of(
          kind, at.isEmpty() ? first.message() : at + ": " + first.message(), first.hint());
    } catch (RuntimeException e) {
      return ShellEnd.of(
          ShellEnd.Kind.FAILED, e.toString(), "this is a defect of kit: please report it");
    }
  }

  private Totals totals() {
    int failed = 0;
    int unreachable = 0;
    int interrupted = 0;
    synchronized (ends) {
      for (ShellEnd end : ends) {
        switch (end.kind()) {
          case ENDED -> failed += end.rc() == 0 ? 0 : 1;
          case LATE, FAILED -> failed++;
          case UNREACHABLE -> unreachable++;
          case STOPPED -> interrupted++;
        }
      }
    }
    return new Totals(fleet.hosts().size(), failed, unreachable, interrupted, 0, 0, 1, 1);
  }

  /** Cuts both outputs of a host into lines. */
  private static final class Hearing implements Target.Progress {
    private final LineCutter out;
    private final LineCutter err;

    Hearing(String host, ShellReport report) {
      this.out = new LineCutter(line -> report.line(host, false, line));
      this.err = new LineCutter(line -> report.line(host, true, line));
    }

    @Override
    public void begins(int apply) {}

    @Override
    public void writes(int apply, boolean errors, byte[] bytes, int from, int to) {
      (errors ? err : out).add(bytes, from, to);
    }

    @Override
    public void lineEnds(int apply, boolean errors) {
      (errors ? err : out).lineEnds();
    }

    void end() {
      out.end();
      err.end();
    }
  }
}
