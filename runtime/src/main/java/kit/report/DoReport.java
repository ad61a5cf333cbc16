package kit.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kit.engine.Event;
import kit.engine.Listener;
import kit.spi.Result.Status;

/**
 * Tells one call on many hosts: as a run, and what the call gave as well, once for all hosts where
 * it gave the same. That is what commands wrote, and values where nothing was changed.
 */
public final class DoReport implements Listener {

  private final Listener run;
  private final Consumer<Runnable> after;
  private final Sink out;
  private final Detail detail;
  private final Map<String, List<String>> given = new HashMap<>();
  private final List<String> hosts = new ArrayList<>();

  /**
   * @param run tells the run itself
   * @param after has something told when the play is over
   */
  public DoReport(Listener run, Consumer<Runnable> after, Sink out, Detail detail) {
    this.run = run;
    this.after = after;
    this.out = out;
    this.detail = detail;
  }

  @Override
  public void on(Event event) {
    if (event instanceof Event.PlayStarted play) {
      hosts.addAll(play.hosts());
    } else if (event instanceof Event.CallFinished call && !call.hidden()) {
      List<String> lines = lines(call);
      if (!lines.isEmpty()) {
        given.put(call.host(), lines);
      }
    } else if (event instanceof Event.RunFinished) {
      after.accept(this::show);
    }
    run.on(event);
  }

  private void show() {
    SameAnswers same = new SameAnswers();
    for (String host : hosts) {
      if (given.containsKey(host)) {
        same.add(host, given.get(host));
      }
    }
    for (SameAnswers.Group group : same.groups()) {
      out.line("  " + group.named(hosts.size()) + ":");
      group.lines().forEach(line -> out.line("    " + line));
    }
  }

  private List<String> lines(Event.CallFinished call) {
    Map<String, Object> values = call.outcome().values();
    Status status = call.outcome().status();
    List<String> lines = new ArrayList<>();
    if (status == Status.FAILED || call.invocation().name().equals("debug")) {
      return lines; // the run tells it
    }
    if (values.containsKey("stdout")) {
      text(values.get("stdout"), lines);
      text(values.get("stderr"), lines);
    } else if (status == Status.OK || detail.verbosity() > 0) {
      Map<String, Object> told = new LinkedHashMap<>(values);
      told.remove("changed");
      FieldLines.of(told).forEach(line -> lines.add(Visible.line(line)));
    }
    return lines;
  }

  private static void text(Object value, List<String> lines) {
    if (value != null && !value.toString().isEmpty()) {
      Visible.text(value.toString()).lines().forEach(lines::add);
    }
  }
}
