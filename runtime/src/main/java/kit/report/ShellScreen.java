package kit.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a command on many hosts to somebody who watches. Hosts that are done in a moment are told
 * together where they answered the same; what takes longer comes line by line.
 */
public final class ShellScreen implements ShellReport {

  private static final long MOMENT = 1_000_000_000L;

  private final Sink out;
  private final Sink err;
  private final Style style;
  private final List<String> hosts;
  private final int width;
  private final Map<String, Answer> held = new LinkedHashMap<>();
  private final Map<String, Boolean> flowing = new LinkedHashMap<>();
  private Thread clock;
  private boolean told;
  private boolean over;

  /** What a host has said that is not told yet. */
  private static final class Answer {
    private final long since = System.nanoTime();
    private final List<Line> lines = new ArrayList<>();
    private ShellEnd end;
  }

  private record Line(boolean errors, String text) {}

  /**
   * @param hosts all hosts in their order
   */
  public ShellScreen(Sink out, Sink err, Style style, List<String> hosts) {
    this.out = out;
    this.err = err;
    this.style = style;
    this.hosts = List.copyOf(hosts);
    int longest = 0;
    for (String host : hosts) {
      longest = Math.max(longest, host.length());
    }
    this.width = longest;
  }

  @Override
  public synchronized void line(String host, boolean errors, String text) {
    if (flowing.containsKey(host)) {
      flow(host, new Line(errors, text));
    } else {
      answer(host).lines.add(new Line(errors, text));
    }
  }

  @Override
  public synchronized void ended(String host, ShellEnd end) {
    if (!flowing.containsKey(host)) {
      answer(host).end = end;
    } else if (!end.well()) {
      out.line(before(host) + style.red(Visible.text(end.text())));
    }
  }

  private Answer answer(String host) {
    if (clock == null) {
      clock = new Thread(this::watch, "kit-clock");
      clock.setDaemon(true);
      clock.start();
    }
    return held.computeIfAbsent(host, any -> new Answer());
  }

  private synchronized void watch() {
    try {
      while (!over) {
        wait(MOMENT / 4_000_000);
        pass(System.nanoTime() - MOMENT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells what is held when something has been held since before that time. */
  synchronized void pass(long latest) {
    boolean due = false;
    for (Answer answer : held.values()) {
      due |= answer.since <= latest;
    }
    if (!due || over) {
      return;
    }
    together();
    for (Map.Entry<String, Answer> each : List.copyOf(held.entrySet())) {
      if (each.getValue().since <= latest) {
        held.remove(each.getKey());
        flowing.put(each.getKey(), true);
        each.getValue().lines.forEach(line -> flow(each.getKey(), line));
      }
    }
  }

  /** Tells the hosts that are done, those with equal answers together. */
  private void together() {
    SameAnswers same = new SameAnswers();
    for (String host : hosts) {
      Answer answer = held.get(host);
      if (answer != null && answer.end != null) {
        List<String> key = new ArrayList<>(List.of(answer.end.text()));
        answer.lines.forEach(line -> key.add((line.errors ? "!" : " ") + line.text));
        same.add(host, key);
      }
    }
    for (SameAnswers.Group group : same.groups()) {
      Answer answer = held.get(group.hosts().get(0));
      String how = style.red(Visible.text(answer.end.text()));
      if (how.isEmpty() && answer.lines.isEmpty()) {
        how = style.dim("says nothing");
      }
      String named = style.bold(group.named(hosts.size()));
      out.line(how.isEmpty() ? named : named + " · " + how);
      for (Line line : answer.lines) {
        String text = "  " + Visible.text(line.text);
        (line.errors ? err : out).line(line.errors ? style.yellow(text) : text);
      }
      held.keySet().removeAll(group.hosts());
      told = true;
    }
  }

  private void flow(String host, Line line) {
    String text = Visible.text(line.text);
    (line.errors ? err : out).line(before(host) + (line.errors ? style.yellow(text) : text));
    told = true;
  }

  private String before(String host) {
    String name = Visible.line(host) + " ".repeat(Math.max(0, width - host.length()));
    return style.striking(name, hosts.indexOf(host)) + style.dim(" | ");
  }

  @Override
  public synchronized void finished(Totals totals, Duration took) {
    together();
    if (totals.fine() < totals.hosts() && (totals.hosts() > 1 || !told)) {
      err.line(ShellLines.recap(totals));
    }
  }

  @Override
  public synchronized void close() {
    over = true;
    notifyAll();
  }
}
