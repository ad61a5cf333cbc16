package kit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.engine.Event;
import kit.engine.Outcome;
import kit.model.Location;
import kit.spi.Diff;
import kit.spi.Sh;

/**
 * Makes findings of events. What is not going to be shown is dropped here and at once: a report
 * holds no outputs and no files.
 */
final class Findings {

  private final Detail detail;
  private final Redactor redactor;
  private final DiffView diffs;

  Findings(Detail detail, Redactor redactor) {
    this.detail = detail;
    this.redactor = redactor;
    this.diffs = new DiffView(detail.diffLines());
  }

  Finding of(Event.CallFinished call) {
    Mark mark = Mark.of(call.outcome().status(), call.ignored());
    String place = mark.trouble() ? Visible.line(call.invocation().location().toString()) : "";
    if (call.hidden()) {
      return new Finding(mark, place, List.of("(hidden by noLog)"), false);
    }
    List<String> lines = new ArrayList<>();
    Outcome outcome = call.outcome();
    if (mark.trouble()) {
      trouble(outcome, lines);
    } else {
      boolean says = call.invocation().name().equals("debug") && mark == Mark.OK;
      if (says || detail.verbosity() > 0) {
        add(outcome.message(), lines);
      }
      mark = says ? Mark.SAYS : mark;
    }
    if (detail.verbosity() > 1 && !mark.trouble()) {
      commands(outcome.values(), lines);
    }
    boolean compared = call.diff().orElse(detail.diff());
    if (compared) {
      for (Diff diff : outcome.diffs()) {
        lines.addAll(diffs.lines(cleaned(diff)));
      }
    }
    return new Finding(mark, place, List.copyOf(lines), compared);
  }

  /** A failure that is no call's: a body or a connection. */
  Finding trouble(Mark mark, Location location, String message, String hint) {
    List<String> lines = words(message, hint);
    return new Finding(mark, Visible.line(location.toString()), lines, false);
  }

  /** What is said of such a failure. */
  List<String> words(String message, String hint) {
    List<String> lines = new ArrayList<>();
    add(message, lines);
    add(hint, lines);
    return List.copyOf(lines);
  }

  Finding plain(Mark mark, String text) {
    List<String> lines = new ArrayList<>();
    if (mark != Mark.SKIPPED || detail.verbosity() > 0) {
      add(text, lines);
    }
    return new Finding(mark, "", List.copyOf(lines), false);
  }

  private void trouble(Outcome outcome, List<String> lines) {
    String message = outcome.message();
    add(message, lines);
    String command = command(outcome.values().get("cmd"));
    if (!command.isBlank() && (detail.verbosity() > 1 || !message.contains(command))) {
      add("$ " + command, lines);
    }
    String output = text(outcome.values(), "stderr");
    if (output.isBlank()) {
      output = text(outcome.values(), "stdout");
    }
    if (!output.isBlank() && !message.contains(output.strip())) {
      add(output.stripTrailing(), lines);
    }
    add(outcome.hint(), lines);
  }

  private void commands(Map<String, Object> values, List<String> lines) {
    String command = command(values.get("cmd"));
    if (!command.isBlank()) {
      add("$ " + command, lines);
    }
    add(text(values, "stdout").stripTrailing(), lines);
    add(text(values, "stderr").stripTrailing(), lines);
  }

  /** As it can be typed: a list of words is quoted where the shell would split or change it. */
  private static String command(Object said) {
    if (!(said instanceof List<?> words)) {
      return said == null ? "" : said.toString();
    }
    List<String> texts = new ArrayList<>();
    for (Object word : words) {
      texts.add(String.valueOf(word));
    }
    return Sh.quote(texts);
  }

  /** Cleaned before it is cut, for half a secret is not recognised any more. */
  private void add(String text, List<String> lines) {
    lines.addAll(Excerpt.tail(redactor.clean(text), detail.outputLines()));
  }

  private Diff cleaned(Diff diff) {
    return new Diff(
        redactor.clean(diff.before()), redactor.clean(diff.after()), diff.title(), diff.secret());
  }

  private static String text(Map<String, Object> values, String name) {
    Object value = values.get(name);
    return value == null ? "" : value.toString();
  }
}
