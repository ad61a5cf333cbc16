package kit.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a command on many hosts to programs: one JSON object a line, the last one a summary. */
public final class ShellJson implements ShellReport {

  private final Sink out;

  public ShellJson(Sink out) {
    this.out = out;
  }

  @Override
  public void line(String host, boolean errors, String text) {
    Map<String, Object> object = event("line", host);
    object.put("stream", errors ? "stderr" : "stdout");
    object.put("text", text);
    out.json(object);
  }

  @Override
  public void ended(String host, ShellEnd end) {
    switch (end.kind()) {
      case ENDED, LATE -> {
        Map<String, Object> object = event("ended", host);
        object.put("rc", end.rc());
        object.put("timedOut", end.kind() == ShellEnd.Kind.LATE);
        object.put("took", end.took());
        out.json(object);
      }
      case FAILED -> trouble("failed", host, end);
      case UNREACHABLE -> trouble("unreachable", host, end);
      case STOPPED -> trouble("interrupted", host, end);
    }
  }

  private void trouble(String event, String host, ShellEnd end) {
    Map<String, Object> object = event(event, host);
    object.put("message", end.message());
    object.put("hint", end.hint());
    out.json(object);
  }

  @Override
  public void finished(Totals totals, Duration took) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("event", "summary");
    object.put("exit", totals.exitCode());
    object.put("took", took);
    object.put("hosts", totals.hosts());
    object.put("ok", totals.fine());
    object.put("failed", totals.failed());
    object.put("unreachable", totals.unreachable());
    object.put("interrupted", totals.interrupted());
    out.json(object);
  }

  private static Map<String, Object> event(String name, String host) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("event", name);
    object.put("host", host);
    return object;
  }
}
