package kit.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kit.engine.Event;
import kit.engine.Listener;
import kit.model.Problem;
import kit.spi.Diff;

/**
 * Tells what came of a line typed in a session: hosts with equal answers together, and outputs of
 * commands in full, for they are what was asked for.
 */
public final class PromptReport implements Listener {

  private static final String INDENT = "  ";
  private static final int OUTPUT = 400;
  private static final int DIFF = 200;

  private final Sink out;
  private final Style style;
  private final boolean diff;
  private final boolean planned;
  private final DiffView diffs = new DiffView(DIFF);
  private final SameAnswers answers;
  private String file = "";
  private String typed = "";

  /**
   * @param diff whether differences are shown line by line
   * @param planned whether nothing of it has been done yet
   * @param hosts in their order
   */
  public PromptReport(
      Sink out, Style style, boolean diff, boolean planned, Collection<String> hosts) {
    this.planned = planned;
    this.answers = new SameAnswers(hosts);
    this.out = out;
    this.style = style;
    this.diff = diff;
  }

  @Override
  public void on(Event event) {
    if (event instanceof Event.CallFinished call) {
      answers.add(call.host(), lines(call));
    } else if (event instanceof Event.TaskSkipped left) {
      answers.add(left.host(), headed(Mark.SKIPPED, left.why()));
    } else if (event instanceof Event.TaskUnknown unknown) {
      answers.add(unknown.host(), headed(Mark.MAYBE, unknown.why()));
    } else if (event instanceof Event.Printed printed) {
      answers.add(printed.host(), text(printed.text(), OUTPUT));
    } else if (event instanceof Event.BodyFailed body) {
      answers.add(body.host(), placed(body));
    } else if (event instanceof Event.HostUnreachable lost) {
      answers.add(lost.host(), trouble(Mark.UNREACHABLE, lost.message(), lost.hint()));
    } else if (event instanceof Event.HostInterrupted stopped) {
      answers.add(stopped.host(), trouble(Mark.INTERRUPTED, "stopped", stopped.hint()));
    } else if (event instanceof Event.Warning warning) {
      out.line(style.magenta("warning") + " " + Visible.line(warning.message()));
    }
  }

  /** Says what was typed, so that mistakes in it can be shown with their place. */
  public PromptReport typed(String name, String text) {
    file = name;
    typed = text;
    return this;
  }

  private List<String> placed(Event.BodyFailed body) {
    if (file.isEmpty() || !body.location().file().equals(file)) {
      return trouble(Mark.FAILED, body.message(), body.hint());
    }
    Problem problem = new Problem(body.location(), body.message(), body.hint());
    List<String> lines = new ArrayList<>(headed(Mark.FAILED, ""));
    lines.addAll(new ProblemView(style).typed(List.of(problem), file, typed));
    return lines;
  }

  /** Adds a value that a host has. */
  public void value(String host, String text) {
    List<String> lines = new ArrayList<>(text(text.isEmpty() ? "''" : text, OUTPUT));
    if (lines.size() > 1) {
      lines.add(0, ""); // below the names of the hosts
    }
    answers.add(host, lines);
  }

  /** Shows a value that belongs to no host. */
  public static void value(String text, Sink out) {
    for (String line : Excerpt.tail(out.redactor().clean(text), OUTPUT)) {
      out.line(line);
    }
  }

  /** Shows what has been said so far, and forgets it. */
  public void show() {
    for (SameAnswers.Group group : answers.groups()) {
      List<String> lines = group.lines();
      String hosts = style.bold(group.named(answers.hosts()) + ":");
      out.line(lines.isEmpty() || lines.get(0).isEmpty() ? hosts : hosts + " " + lines.get(0));
      for (int i = 1; i < lines.size(); i++) {
        out.line(INDENT + lines.get(i));
      }
    }
  }

  /** Problems of what was typed, with the line that they are in. */
  public static List<String> problems(
      List<Problem> problems, Style style, int columns, String file, String text) {
    return new ProblemView(style, columns).typed(problems, file, text);
  }

  private List<String> lines(Event.CallFinished call) {
    Mark mark = Mark.of(call.outcome().status(), call.ignored());
    if (call.hidden()) {
      return headed(mark, "(hidden by noLog)");
    }
    Map<String, Object> values = call.outcome().values();
    boolean output =
        values.get("stdout") instanceof String && (values.containsKey("cmd") || mark.trouble());
    String message = call.outcome().message();
    List<String> lines = new ArrayList<>(headed(mark, output && !mark.trouble() ? "" : message));
    if (mark.trouble()) {
      lines.addAll(text(call.outcome().hint(), OUTPUT));
    }
    if (output) {
      lines.addAll(text(String.valueOf(values.get("stdout")), OUTPUT));
      for (String line : text(String.valueOf(values.getOrDefault("stderr", "")), OUTPUT)) {
        lines.add(message.contains(line) ? "" : style.red(line));
      }
      lines.removeIf(String::isBlank);
    }
    if (call.diff().orElse(diff)) {
      for (Diff each : call.outcome().diffs()) {
        for (String line : diffs.lines(cleaned(each))) {
          lines.add(style.diff(line));
        }
      }
    }
    return lines;
  }

  private List<String> headed(Mark mark, String message) {
    List<String> lines = new ArrayList<>(text(message, OUTPUT));
    String first = lines.isEmpty() ? "" : "  " + lines.remove(0);
    lines.add(0, mark.paint(style, planned && mark == Mark.CHANGED ? "plan" : mark.word()) + first);
    return lines;
  }

  private List<String> trouble(Mark mark, String message, String hint) {
    List<String> lines = headed(mark, message);
    lines.addAll(text(hint, OUTPUT));
    return lines;
  }

  private List<String> text(String text, int most) {
    return Excerpt.tail(out.redactor().clean(text).stripTrailing(), most);
  }

  private Diff cleaned(Diff each) {
    Redactor redactor = out.redactor();
    return new Diff(
        redactor.clean(each.before()), redactor.clean(each.after()), each.title(), each.secret());
  }
}
