package kit.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kit.engine.Event;
import kit.engine.Listener;

/**
 * The text report on a terminal: the same lines, and below them what is going on now. Each change
 * of the screen is one write, so nothing flickers.
 */
public final class LiveReport implements Listener, AutoCloseable {

  private static final long PAUSE = 100;

  private final Sink sink;
  private final Area area;
  private final TextReport text;
  private final long began = System.nanoTime();
  private boolean running = true;
  private boolean hushed;

  public LiveReport(Sink sink, Style style, Detail detail, int columns) {
    this.sink = sink;
    this.area = new Area(columns);
    this.text = new TextReport(this::stay, sink.redactor(), style, detail, columns);
    Thread clock = new Thread(this::tick, "live report");
    clock.setDaemon(true);
    clock.start();
  }

  @Override
  public synchronized void on(Event event) {
    if (event instanceof Event.RunFinished) {
      close();
    }
    text.on(event);
  }

  /** Takes the changing lines away. */
  @Override
  public synchronized void close() {
    running = false;
    sink.write(area.clear());
    notifyAll();
  }

  /** Draws nothing from now on, until it is told otherwise. */
  public synchronized void hush(boolean quiet) {
    hushed = quiet;
    sink.write(area.clear());
  }

  /** Does something on the terminal while nothing is drawn. */
  public synchronized void quietly(Runnable talk) {
    sink.write(area.clear());
    talk.run();
  }

  /** All calls of the tasks that the hosts have left behind have ended. */
  public synchronized void settled() {
    text.settled();
  }

  /** The play is over on all hosts. */
  public synchronized void played() {
    text.played();
  }

  private synchronized void stay(String line) {
    String clear = area.clear();
    sink.write(clear + line + "\n" + (clear.isEmpty() ? "" : area.draw(now())));
  }

  private synchronized void tick() {
    try {
      while (running) {
        wait(PAUSE);
        if (running && !hushed) {
          sink.write(area.clear() + area.draw(now()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> now() {
    List<String> lines = new ArrayList<>();
    Board board = text.board();
    String elapsed = Span.of(Duration.ofNanos(System.nanoTime() - began));
    if (board == null) {
      lines.add("  " + elapsed);
      return lines;
    }
    List<String> waiting = board.waiting();
    int done = board.hosts() - board.gone() - waiting.size();
    String task = board.behind().isEmpty() ? "connect" : Visible.line(board.behind());
    String gone = board.gone() == 0 ? "" : " · " + board.gone() + " stopped";
    lines.add("  " + task + " · " + done + " of " + board.hosts() + " hosts past it" + gone);
    String hosts = waiting.isEmpty() ? "" : " · " + new Hosts(waiting).named(waiting, 4);
    lines.add("  " + elapsed + hosts);
    return lines;
  }
}
