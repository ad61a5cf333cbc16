package kit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.engine.Event;
import kit.engine.HostSummary;
import kit.engine.Listener;
import kit.engine.Outcome;
import kit.model.Location;
import kit.model.Problem;
import kit.spi.Diff;

/** Tells a run to programs: one JSON object a line, the last one a summary. */
public final class JsonReport implements Listener {

  private final Sink sink;

  public JsonReport(Sink sink) {
    this.sink = sink;
  }

  @Override
  public void on(Event event) {
    if (event instanceof Event.PlayStarted play) {
      write("play", "play", play.play().name(), "hosts", play.hosts(), "check", play.check());
    } else if (event instanceof Event.PlaySkipped play) {
      write("play skipped", "play", play.play().name(), "why", play.why());
    } else if (event instanceof Event.TaskStarted task) {
      Object[] what = {"host", task.host(), "task", task.task(), "handler", task.handler()};
      write("task", located(task.location(), what));
    } else if (event instanceof Event.TaskSkipped task) {
      Object[] what = {"host", task.host(), "task", task.task(), "why", task.why()};
      write("skipped", located(task.location(), what));
    } else if (event instanceof Event.TaskUnknown task) {
      Object[] what = {"host", task.host(), "task", task.task(), "why", task.why()};
      write("maybe", located(task.location(), what));
    } else if (event instanceof Event.CallFinished call) {
      call(call);
    } else if (event instanceof Event.Retrying retry) {
      Object[] what = {"host", retry.host(), "task", retry.task()};
      Map<String, Object> object = located(retry.location(), what);
      object.put("module", retry.module());
      object.put("attempt", retry.attempt());
      object.put("of", retry.of());
      write("retry", object);
    } else if (event instanceof Event.Printed printed) {
      Object[] what = {"host", printed.host(), "text", printed.text()};
      write("printed", located(printed.location(), what));
    } else if (event instanceof Event.BodyFailed body) {
      Object[] what = {"host", body.host(), "task", body.task(), "ignored", body.ignored()};
      trouble("failed", located(body.location(), what), body.message(), body.hint());
    } else if (event instanceof Event.Confirmation end) {
      Object[] what = {"host", end.host(), "task", end.task(), "ignored", end.ignored()};
      String name = end.confirmed() ? "confirmed" : "not confirmed";
      trouble(name, located(end.location(), what), end.message(), end.hint());
    } else if (event instanceof Event.HostUnreachable lost) {
      Object[] what = {"host", lost.host(), "task", lost.task(), "ignored", lost.ignored()};
      trouble("unreachable", located(lost.location(), what), lost.message(), lost.hint());
    } else if (event instanceof Event.HostInterrupted stopped) {
      Object[] what = {"host", stopped.host(), "task", stopped.task()};
      Map<String, Object> object = located(stopped.location(), what);
      trouble("interrupted", object, "the run was stopped", stopped.hint());
    } else if (event instanceof Event.HandlersKept kept) {
      write("handlers kept", "host", kept.host(), "handlers", kept.handlers());
    } else if (event instanceof Event.Warning warning) {
      write("warning", "host", warning.host(), "message", warning.message());
    } else if (event instanceof Event.RunFinished run) {
      summary(run);
    }
  }

  /** What stopped a run before it began; the summary then has no hosts. */
  public void problems(List<Problem> problems, int exitCode) {
    for (Problem problem : problems) {
      Map<String, Object> object = located(problem.location());
      trouble("problem", object, problem.message(), problem.hint());
    }
    write("summary", "exit", exitCode, "problems", problems.size(), "hosts", Map.of());
  }

  private void call(Event.CallFinished call) {
    Outcome outcome = call.outcome();
    Object[] what = {"host", call.host(), "task", call.task(), "handler", call.handler()};
    Map<String, Object> object = located(call.invocation().location(), what);
    object.put("module", call.invocation().name());
    object.put("status", Mark.of(outcome.status(), call.ignored()).word());
    object.put("took", call.took());
    if (call.hidden()) {
      object.put("hidden", true);
    } else {
      object.put("label", call.invocation().module().label());
      object.put("message", outcome.message());
      object.put("hint", outcome.hint());
      object.put("values", outcome.values());
      List<Object> diffs = new ArrayList<>();
      for (Diff diff : outcome.diffs()) {
        diffs.add(diff(diff));
      }
      object.put("diffs", diffs);
    }
    write("call", object);
  }

  private static Map<String, Object> diff(Diff diff) {
    return diff.secret()
        ? fields("title", diff.title(), "secret", true)
        : fields("title", diff.title(), "before", diff.before(), "after", diff.after());
  }

  private void summary(Event.RunFinished run) {
    Totals totals = Totals.of(run.hosts());
    Map<String, Object> hosts = new LinkedHashMap<>();
    for (Map.Entry<String, HostSummary> entry : run.hosts().entrySet()) {
      HostSummary host = entry.getValue();
      Map<String, Object> numbers =
          fields("ok", host.ok(), "changed", host.changed(), "failed", host.failed());
      numbers.put("ignored", host.ignored());
      numbers.put("skipped", host.skipped());
      numbers.put("maybe", host.maybe());
      numbers.put("unreachable", host.unreachable());
      numbers.put("interrupted", host.interrupted());
      numbers.put("took", host.took());
      numbers.put("roundTrips", host.roundTrips());
      hosts.put(entry.getKey(), numbers);
    }
    Map<String, Object> object = fields("exit", totals.exitCode(), "check", run.check());
    object.put("took", run.took());
    object.put("failed", totals.failed());
    object.put("unreachable", totals.unreachable());
    object.put("interrupted", totals.interrupted());
    object.put("changed", totals.changed());
    object.put("hosts", hosts);
    write("summary", object);
  }

  private void trouble(String event, Map<String, Object> object, String message, String hint) {
    object.put("message", message);
    object.put("hint", hint);
    write(event, object);
  }

  private void write(String event, Object... fields) {
    write(event, fields(fields));
  }

  private void write(String event, Map<String, Object> fields) {
    Map<String, Object> object = fields("event", event);
    object.putAll(fields);
    sink.json(object);
  }

  private static Map<String, Object> located(Location location, Object... fields) {
    Map<String, Object> object = fields(fields);
    object.put("file", location.file());
    object.put("line", location.line());
    object.put("column", location.column());
    return object;
  }

  private static Map<String, Object> fields(Object... fields) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      object.put((String) fields[i], fields[i + 1]);
    }
    return object;
  }
}
