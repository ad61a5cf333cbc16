package kit.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.engine.Event;
import kit.engine.Listener;

/** Tells a run in plain lines, in the order of the playbook. */
public final class TextReport implements Listener {

  /** Enough to say each warning once; a run that has more kinds of them says some twice. */
  private static final int WARNINGS = 1000;

  private final Lines out;
  private final Style style;
  private final Detail detail;
  private final Findings findings;
  private final Set<String> warned = new LinkedHashSet<>();
  private final Map<String, List<String>> kept = new LinkedHashMap<>();
  private final int columns;
  private String slowestTask = "";
  private Duration slowest = Duration.ZERO;
  private Board board;
  private SlotView view;

  public TextReport(Sink sink, Style style, Detail detail) {
    this(sink::line, sink.redactor(), style, detail, 0);
  }

  /**
   * @param columns width of the terminal; 0 if there is none
   */
  TextReport(Lines out, Redactor redactor, Style style, Detail detail, int columns) {
    this.columns = columns;
    this.out = out;
    this.style = style;
    this.detail = detail;
    this.findings = new Findings(detail, redactor);
  }

  @Override
  public void on(Event event) {
    if (event instanceof Event.PlayStarted play) {
      begin(play);
    } else if (event instanceof Event.PlaySkipped play) {
      end();
      out.line(style.bold(Visible.line(play.play().name())) + style.dim(" · " + line(play.why())));
    } else if (event instanceof Event.Warning warning) {
      warn(warning);
    } else if (event instanceof Event.HandlersKept handlers) {
      for (String handler : handlers.handlers()) {
        kept.computeIfAbsent(handler, any -> new ArrayList<>()).add(handlers.host());
      }
    } else if (event instanceof Event.RunFinished run) {
      end();
      new Recap(out, style, detail, columns).show(run, slowestTask, slowest);
      kept();
    } else if (board != null) {
      inPlay(event);
      passed();
    }
  }

  /** All calls of the tasks that the hosts have left behind have ended. */
  public void settled() {
    if (board != null) {
      board.settled();
      passed();
    }
  }

  /** The play is over on all hosts: what is not told of it yet is told now. */
  public void played() {
    end();
  }

  /** Where the host farthest behind is; null outside of plays. */
  Board board() {
    return board;
  }

  private void passed() {
    for (Slot slot = board.passed(); slot != null; slot = board.passed()) {
      view.show(slot);
    }
  }

  private void begin(Event.PlayStarted play) {
    end();
    board = new Board(play.play(), play.hosts());
    view = new SlotView(out, style, detail, new Hosts(play.hosts()), columns);
    String hosts = Excerpt.count(play.hosts().size(), "host");
    String check = play.check() ? " · check mode: nothing is changed" : "";
    out.line(style.bold(line(play.play().name())) + style.dim(" · " + hosts + check));
  }

  private void inPlay(Event event) {
    if (event instanceof Event.TaskStarted task) {
      board.enter(task.host(), task.task(), task.location(), task.handler());
    } else if (event instanceof Event.TaskSkipped task) {
      board.note(task.host(), findings.plain(Mark.SKIPPED, task.why()));
    } else if (event instanceof Event.TaskUnknown task) {
      board.note(task.host(), findings.plain(Mark.MAYBE, task.why()));
    } else if (event instanceof Event.CallFinished call) {
      String label = call.hidden() ? "" : call.invocation().module().label();
      String title = label.isEmpty() ? call.invocation().name() : label;
      Slot.Key key = new Slot.Key(title, call.invocation().location(), "");
      board.called(call.host(), call.began(), key, findings.of(call), call.took());
    } else if (event instanceof Event.CallBegan call) {
      board.doing(call.host(), call.task(), call.began(), call.handler());
    } else if (event instanceof Event.Printed printed) {
      Finding finding = findings.plain(Mark.SAYS, printed.text());
      board.said(printed.host(), printed.location(), finding);
    } else if (event instanceof Event.BodyFailed body) {
      Mark mark = body.ignored() ? Mark.IGNORED : Mark.FAILED;
      Finding finding = findings.trouble(mark, body.location(), body.message(), body.hint());
      board.said(body.host(), body.location(), finding);
    } else if (event instanceof Event.Confirmation end) {
      Mark bad = end.ignored() ? Mark.IGNORED : Mark.FAILED;
      Finding finding =
          end.confirmed()
              ? findings.plain(Mark.SAYS, end.message())
              : findings.trouble(bad, end.location(), end.message(), end.hint());
      Slot.Key key = new Slot.Key("confirmWithin", end.location(), "");
      board.called(end.host(), end.began(), key, finding, Duration.ZERO);
    } else if (event instanceof Event.HostUnreachable lost) {
      Mark mark = lost.ignored() ? Mark.IGNORED : Mark.UNREACHABLE;
      Finding finding = findings.trouble(mark, lost.location(), lost.message(), lost.hint());
      board.lost(lost.host(), lost.began(), finding);
    } else if (event instanceof Event.HostInterrupted stopped) {
      String message = "the run was stopped";
      Finding finding =
          findings.trouble(Mark.INTERRUPTED, stopped.location(), message, stopped.hint());
      board.lost(stopped.host(), stopped.began(), finding);
    } else if (event instanceof Event.Retrying retry && detail.verbosity() > 0) {
      String attempt = "attempt " + retry.attempt() + " of " + retry.of();
      String task = line(retry.host()) + ": " + line(retry.task());
      out.line(style.dim("  retry    " + task + ", " + attempt));
    }
  }

  private void end() {
    if (board == null) {
      return;
    }
    for (Slot slot = board.rest(); slot != null; slot = board.rest()) {
      view.show(slot);
    }
    if (board.slowest().compareTo(slowest) > 0) {
      slowest = board.slowest();
      slowestTask = line(board.slowestTask());
    }
    board = null;
  }

  private void warn(Event.Warning warning) {
    if (warned.size() < WARNINGS && !warned.add(warning.message())) {
      return;
    }
    String host = warning.host().isEmpty() ? "" : line(warning.host()) + ": ";
    out.line("  " + style.magenta("warning") + "  " + host + line(warning.message()));
  }

  private void kept() {
    for (Map.Entry<String, List<String>> handler : kept.entrySet()) {
      String hosts = new Hosts(handler.getValue()).named(handler.getValue(), 10);
      out.line("kept for the next run: " + line(handler.getKey()) + " on " + hosts);
    }
  }

  private static String line(String text) {
    return Visible.line(text);
  }
}
