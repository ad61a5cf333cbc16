package kit.report;

import java.time.Duration;

/** Tells a command on many hosts to a pipe: {@code host | line}, each line when it comes. */
public final class ShellLines implements ShellReport {

  private final Sink out;
  private final Sink err;

  public ShellLines(Sink out, Sink err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void line(String host, boolean errors, String text) {
    (errors ? err : out).line(Visible.line(host) + " | " + Visible.text(text));
  }

  @Override
  public void ended(String host, ShellEnd end) {
    if (!end.well()) {
      err.line(Visible.line(host) + ": " + Visible.text(end.text()));
    }
  }

  @Override
  public void finished(Totals totals, Duration took) {
    if (totals.hosts() > 1 && totals.fine() < totals.hosts()) {
      err.line(recap(totals));
    }
  }

  /** {@code 3 hosts: 1 ok, 2 failed}. */
  static String recap(Totals totals) {
    StringBuilder text = new StringBuilder(Excerpt.count(totals.hosts(), "host"));
    text.append(": ").append(totals.fine()).append(" ok");
    count(totals.failed(), "failed", text);
    count(totals.unreachable(), "unreachable", text);
    count(totals.interrupted(), "stopped", text);
    return text.toString();
  }

  private static void count(int number, String what, StringBuilder text) {
    if (number > 0) {
      text.append(", ").append(number).append(' ').append(what);
    }
  }
}
