package kit.report

import java.time.Duration
import kit.engine.Event
import kit.engine.HostSummary
import kit.engine.Outcome
import kit.model.Handler
import kit.model.Invocation
import kit.model.Location
import kit.model.Options
import kit.model.Play
import kit.model.Task
import kit.spi.Diff
import kit.spi.Host
import kit.spi.Module
import kit.spi.Plan
import kit.spi.Result.Status

/** Events as a run tells them, in a few words, and what a report makes of them. */
class Story {
  final ByteArrayOutputStream bytes = new ByteArrayOutputStream()
  final Redactor redactor = new Redactor()
  final Sink sink = new Sink(new PrintStream(bytes, true, 'UTF-8'), redactor)
  def report
  final Map<String, Integer> begun = [:]

  static Story text(int verbosity = 0, boolean diff = false) {
    def story = new Story()
    story.report = new TextReport(story.sink, Style.PLAIN, new Detail(verbosity, diff))
    story
  }

  /** On a terminal of this width. */
  static Story narrow(int columns) {
    def story = new Story()
    def lines = { story.sink.line(it) } as Lines
    story.report = new TextReport(lines, story.redactor, Style.PLAIN, new Detail(0, false), columns)
    story
  }

  static Story json() {
    def story = new Story()
    story.report = new JsonReport(story.sink)
    story
  }

  String getOutput() { bytes.toString('UTF-8') }

  List<String> getLines() { output.readLines()*.stripTrailing() }

  static Location at(int line) { new Location('site.groovy', line, 3) }

  Story play(List<String> hosts, List<String> tasks, boolean check = false) {
    def read = []
    tasks.eachWithIndex { name, i -> begun[name] = i + 1; read << new Task(name, at(i + 1), Options.NONE, null) }
    def play = new Play('Web', at(0), ['all'], Options.NONE, [], [:], [], kit.model.PlayRules.NONE, true, read, [])
    on(new Event.PlayStarted(play, hosts, check))
  }

  Story begin(String host, String task, int line) {
    begun[task] = line
    on(new Event.TaskStarted(host, task, at(line), false))
  }

  Story handler(String host, String name) {
    on(new Event.TaskStarted(host, name, at(90), true))
  }

  Story call(Map how = [:], String host, String task, String label, Status status) {
    def invocation =
        new Invocation(how.module ?: 'file', new Thing(label), Options.NONE, at(how.line ?: 50))
    def outcome =
        new Outcome(
            status, how.message ?: '', how.hint ?: '', how.values ?: [:], how.diffs ?: [])
    def took = Duration.ofMillis(how.took ?: 1)
    boolean handler = how.handler ?: false
    on(
        new Event.CallFinished(
            host, task, at(how.began ?: begun[task] ?: 1), handler, invocation, outcome, took, how.ignored ?: false,
            how.hidden ?: false, Optional.ofNullable(how.diff)))
  }

  Story finish(Map<String, HostSummary> hosts) {
    on(new Event.RunFinished(hosts, Duration.ofMillis(1400), false))
  }

  Story on(Event event) {
    report.on(event)
    this
  }

  static HostSummary host(Map how = [:]) {
    new HostSummary(
        how.ok ?: 0, how.changed ?: 0, how.failed ?: 0, 0, how.skipped ?: 0, how.maybe ?: 0,
        how.lost ?: false, how.interrupted ?: false, Duration.ofMillis(how.took ?: 400), how.trips ?: 2)
  }

  static Diff diff(String before, String after) { Diff.of('/etc/motd', before, after) }

  static class Thing implements Module {
    final String label

    Thing(String label) { this.label = label }

    @Override
    Plan plan(Host host) { Plan.unchanged('') }

    @Override
    String label() { label }
  }
}
