package kit.report;

import java.time.Duration;
import java.util.Map;
import kit.engine.Event;
import kit.engine.HostSummary;

/** The end of a report: the run in one line and, where something went wrong, the hosts. */
final class Recap {

  /** As many hosts as fit on a screen; of more only those are shown that need a look. */
  private static final int SCREEN = 20;

  private static final String[] HEADINGS = {
    "host", "ok", "changed", "failed", "unreachable", "skipped", "time", "round trips"
  };

  private final Lines out;
  private final Style style;
  private final Detail detail;

  Recap(Lines out, Style style, Detail detail) {
    this.out = out;
    this.style = style;
    this.detail = detail;
  }

  void show(Event.RunFinished run, String slowestTask, Duration slowest) {
    Totals totals = Totals.of(run.hosts());
    out.line("");
    if (totals.fine() < totals.hosts() || detail.verbosity() > 0) {
      table(run.hosts());
    }
    out.line(sentence(run, totals, slowestTask, slowest));
  }

  private String sentence(
      Event.RunFinished run, Totals totals, String slowestTask, Duration slowest) {
    StringBuilder line = new StringBuilder(Excerpt.count(totals.hosts(), "host")).append(": ");
    line.append(style.green(totals.fine() + " ok"));
    if (totals.failed() > 0) {
      line.append(", ").append(style.red(totals.failed() + " failed"));
    }
    if (totals.unreachable() > 0) {
      line.append(", ").append(style.red(totals.unreachable() + " unreachable"));
    }
    if (totals.interrupted() > 0) {
      line.append(", ").append(style.red(totals.interrupted() + " interrupted"));
    }
    String changed = totals.changed() + (run.check() ? " would change" : " changed");
    line.append(" · ").append(totals.changed() > 0 ? style.yellow(changed) : changed);
    if (totals.maybe() > 0) {
      line.append(" · ").append(style.magenta(totals.maybe() + " maybe"));
    }
    line.append(" · ").append(Span.of(run.took())).append(" · ").append(trips(totals));
    if (slowest.toMillis() >= 100) {
      line.append(" · slowest: ").append(slowestTask).append(' ').append(Span.of(slowest));
    }
    return line.toString();
  }

  private static String trips(Totals totals) {
    if (totals.fewestTrips() == totals.mostTrips()) {
      return Excerpt.count(totals.mostTrips(), "round trip") + " a host";
    }
    return totals.fewestTrips() + " to " + totals.mostTrips() + " round trips a host";
  }

  private void table(Map<String, HostSummary> hosts) {
    int width = HEADINGS[0].length();
    for (String host : hosts.keySet()) {
      width = Math.max(width, Math.min(40, host.length()));
    }
    out.line(style.dim(row(width, HEADINGS)));
    boolean all = hosts.size() <= SCREEN || detail.verbosity() > 0;
    int left = 0;
    for (Map.Entry<String, HostSummary> entry : hosts.entrySet()) {
      HostSummary host = entry.getValue();
      boolean trouble = host.failed() > 0 || host.unreachable() || host.interrupted();
      if (all || trouble) {
        String row = row(width, cells(entry.getKey(), host));
        out.line(trouble ? style.red(row) : row);
      } else {
        left++;
      }
    }
    if (left > 0) {
      out.line("  and " + Excerpt.count(left, "host") + " without trouble (-v shows them)");
    }
    out.line("");
  }

  private static String[] cells(String name, HostSummary host) {
    return new String[] {
      Visible.line(name),
      Integer.toString(host.ok()),
      Integer.toString(host.changed()),
      Integer.toString(host.failed()),
      host.unreachable() ? "yes" : "-",
      Integer.toString(host.skipped()),
      Span.of(host.took()),
      Integer.toString(host.roundTrips())
    };
  }

  private static String row(int width, String[] cells) {
    StringBuilder row = new StringBuilder("  ").append(cells[0]);
    row.append(" ".repeat(Math.max(0, width - cells[0].length())));
    for (int i = 1; i < cells.length; i++) {
      int column = Math.max(HEADINGS[i].length(), i == 6 ? 8 : 0);
      row.append("  ").append(" ".repeat(Math.max(0, column - cells[i].length())));
      row.append(cells[i]);
    }
    return row.toString();
  }
}
