package kit.report;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.engine.Event;
import kit.engine.Listener;
import kit.model.Location;
import kit.model.Problem;

/**
 * Tells a run to a build server: a suite for each host, a case for each task. The document has the
 * shape that Ant's JUnit task writes, the strictest of those in use.
 */
public final class JunitReport implements Listener {
  private static final Detail DETAIL = new Detail(0, false);

  private final Sink sink;
  private final Findings findings;
  private final String began =
      DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.now().withNano(0));
  private final Map<String, Suite> suites = new LinkedHashMap<>();
  private String play = "";

  /** What happened on a host. */
  private static final class Suite {
    private final Map<String, Case> cases = new LinkedHashMap<>();
    private final StringBuilder said = new StringBuilder();
    private Case open;
  }

  /** What happened in a task. */
  private static final class Case {
    private final String play;
    private final String name;
    private Duration took = Duration.ZERO;
    private String kind = "";
    private String why = "";
    private String text = "";
    private boolean ran;

    Case(String play, String name) {
      this.play = play;
      this.name = name;
    }
  }

  public JunitReport(Sink sink) {
    this.sink = sink;
    this.findings = new Findings(DETAIL, sink.redactor());
  }

  @Override
  public void on(Event event) {
    if (event instanceof Event.PlayStarted started) {
      play = started.play().name();
      started.hosts().forEach(this::suite);
    } else if (event instanceof Event.TaskStarted task) {
      begin(task.host(), task.task(), task.location(), task.handler());
    } else if (event instanceof Event.TaskSkipped task) {
      left(task.host(), task.task(), task.location(), task.why());
    } else if (event instanceof Event.TaskUnknown task) {
      left(task.host(), task.task(), task.location(), "check mode cannot know: " + task.why());
    } else if (event instanceof Event.CallFinished call) {
      call(call);
    } else if (event instanceof Event.BodyFailed body && !body.ignored()) {
      List<String> lines = findings.words(body.message(), body.hint());
      trouble(suite(body.host()).open, body.host(), "error", body.location(), lines);
    } else if (event instanceof Event.Confirmation end && !end.confirmed() && !end.ignored()) {
      Case its = find(end.host(), end.task(), end.began());
      List<String> lines = findings.words(end.message(), end.hint());
      trouble(its, end.host(), "failure", end.location(), lines);
    } else if (event instanceof Event.HostUnreachable lost && !lost.ignored()) {
      Case its = find(lost.host(), lost.task(), lost.began());
      List<String> lines = findings.words(lost.message(), lost.hint());
      trouble(its, lost.host(), "error", lost.location(), lines);
    } else if (event instanceof Event.Printed printed) {
      suite(printed.host()).said.append(printed.text()).append('\n');
    } else if (event instanceof Event.RunFinished) {
      write();
    }
  }

  /** What stopped a run before it began. */
  public void problems(List<Problem> problems) {
    int number = 0;
    for (Problem problem : problems) {
      Case its = new Case("check", problem.location() + " " + problem.message());
      suite("localhost").cases.put("problem " + number++, its);
      List<String> lines = new ArrayList<>(Excerpt.lines(problem.message()));
      lines.addAll(Excerpt.lines(problem.hint()));
      trouble(its, "localhost", "error", problem.location(), lines);
    }
    write();
  }

  private Suite suite(String host) {
    return suites.computeIfAbsent(host, any -> new Suite());
  }

  private void begin(String host, String task, Location at, boolean handler) {
    Suite suite = suite(host);
    String name = handler ? "handler: " + task : task;
    suite.open = suite.cases.computeIfAbsent(key(task, at), any -> new Case(play, name));
  }

  private Case find(String host, String task, Location at) {
    Suite suite = suite(host);
    Case known = suite.cases.get(key(task, at));
    return known == null ? suite.open : known;
  }

  private String key(String task, Location at) {
    return play + "\n" + task + "\n" + at;
  }

  private void left(String host, String task, Location at, String why) {
    Case its = find(host, task, at);
    if (its != null && its.kind.isEmpty() && !its.ran) {
      its.kind = "skipped";
      its.why = why;
    }
  }

  private void call(Event.CallFinished call) {
    Case its = find(call.host(), call.task(), call.began());
    if (its == null) {
      return;
    }
    its.took = its.took.plus(call.took());
    its.ran = true;
    its.kind = its.kind.equals("skipped") ? "" : its.kind;
    Finding finding = findings.of(call);
    if (finding.mark().last()) {
      trouble(its, call.host(), "failure", call.invocation().location(), finding.lines());
    }
  }

  private void trouble(Case its, String host, String kind, Location at, List<String> lines) {
    Case known = its;
    if (known == null) {
      known = new Case(play, "connect");
      suite(host).cases.put(key("connect", at), known);
    }
    known.kind = kind;
    known.why = lines.isEmpty() ? "failed" : lines.get(0);
    known.text = at + "\n" + String.join("\n", lines);
  }

  private void write() {
    Xml xml = new Xml(sink.redactor());
    xml.open("testsuites");
    int id = 0;
    for (Map.Entry<String, Suite> entry : suites.entrySet()) {
      suite(xml, id++, entry.getKey(), entry.getValue());
    }
    xml.close("testsuites");
    sink.write(xml.text());
  }

  private void suite(Xml xml, int id, String host, Suite suite) {
    Duration took = Duration.ZERO;
    for (Case its : suite.cases.values()) {
      took = took.plus(its.took);
    }
    xml.open(
        "testsuite",
        Map.entry("name", host),
        Map.entry("package", "kit"),
        Map.entry("id", Integer.toString(id)),
        Map.entry("hostname", host),
        Map.entry("timestamp", began),
        Map.entry("tests", Integer.toString(suite.cases.size())),
        Map.entry("failures", count(suite, "failure")),
        Map.entry("errors", count(suite, "error")),
        Map.entry("skipped", count(suite, "skipped")),
        Map.entry("time", seconds(took)));
    xml.element("properties", "");
    for (Case its : suite.cases.values()) {
      xml.open(
          "testcase",
          Map.entry("name", its.name),
          Map.entry("classname", its.play),
          Map.entry("time", seconds(its.took)));
      if (its.kind.equals("skipped")) {
        xml.element("skipped", "", Map.entry("message", its.why));
      } else if (!its.kind.isEmpty()) {
        xml.element(its.kind, its.text, Map.entry("message", its.why), Map.entry("type", its.kind));
      }
      xml.close("testcase");
    }
    xml.element("system-out", suite.said.toString());
    xml.element("system-err", "");
    xml.close("testsuite");
  }

  private static String count(Suite suite, String kind) {
    int count = 0;
    for (Case its : suite.cases.values()) {
      count += its.kind.equals(kind) ? 1 : 0;
    }
    return Integer.toString(count);
  }

  private static String seconds(Duration took) {
    return Double.toString(took.toMillis() / 1000.0);
  }
}
