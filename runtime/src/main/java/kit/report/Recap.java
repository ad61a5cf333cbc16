package kit.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.engine.Event;
import kit.engine.HostSummary;

/** The end of a report: the run in one line and, where something went wrong, the hosts. */
final class Recap {

  /** As many hosts as fit on a screen; of more only those are shown that need a look. */
  private static final int SCREEN = 20;

  /** As many hosts as are named for another try. */
  private static final int FEW = 10;

  private static final String[] HEADINGS = {
    "host", "ok", "changed", "failed", "unreachable", "skipped", "time", "round trips"
  };

  private final Lines out;
  private final Style style;
  private final Detail detail;
  private final int columns;

  /**
   * @param columns width of the terminal; 0 if there is none
   */
  Recap(Lines out, Style style, Detail detail, int columns) {
    this.columns = columns;
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
    StringBuilder line = new StringBuilder();
    int width = 0;
    for (String part : parts(run, totals, slowestTask, slowest)) {
      int its = Style.width(part);
      if (width > 0 && columns > 0 && width + 3 + its > columns) {
        out.line(line.toString());
        line.setLength(0);
        line.append("  ");
        width = 2;
      } else if (width > 0) {
        line.append(" · ");
        width += 3;
      }
      line.append(part);
      width += its;
    }
    out.line(line.toString());
  }

  private List<String> parts(
      Event.RunFinished run, Totals totals, String slowestTask, Duration slowest) {
    List<String> parts = new ArrayList<>();
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
    parts.add(line.toString());
    parts.add(totals.changed() > 0 ? style.yellow(changed) : changed);
    if (totals.maybe() > 0) {
      parts.add(style.magenta(totals.maybe() + " maybe"));
    }
    parts.add(Span.of(run.took()));
    parts.add(trips(totals));
    if (slowest.toMillis() >= 100) {
      parts.add("slowest: " + slowestTask + " " + Span.of(slowest));
    }
    return parts;
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
    List<String> troubled = new ArrayList<>();
    for (Map.Entry<String, HostSummary> entry : hosts.entrySet()) {
      HostSummary host = entry.getValue();
      boolean trouble = host.failed() > 0 || host.unreachable() || host.interrupted();
      if (trouble) {
        troubled.add(entry.getKey());
      }
      if (all || trouble && troubled.size() <= SCREEN) {
        String row = row(width, cells(entry.getKey(), host));
        out.line(trouble ? style.red(row) : row);
      } else if (!trouble) {
        left++;
      }
    }
    if (!troubled.isEmpty() && troubled.size() <= FEW) {
      out.line("  these again: --limit " + Visible.line(String.join(",", troubled)));
    }
    if (!all && troubled.size() > SCREEN) {
      String more = Excerpt.count(troubled.size() - SCREEN, "host") + " more with trouble";
      out.line("  and " + more + " (-v shows them)");
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

  private String row(int width, String[] cells) {
    StringBuilder row = new StringBuilder("  ").append(cells[0]);
    row.append(" ".repeat(Math.max(0, width - cells[0].length())));
    for (int i = 1; i < cells.length; i++) {
      int column = Math.max(HEADINGS[i].length(), i == 6 ? 8 : 0);
      // what is least wanted stands last and is left out where there is no room
      if (columns == 0 || row.length() + 2 + column <= columns) {
        row.append("  ").append(" ".repeat(Math.max(0, column - cells[i].length())));
        row.append(cells[i]);
      }
    }
    return row.toString();
  }
}
