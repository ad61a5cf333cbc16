package kit.engine

import java.time.Duration
import java.util.concurrent.ConcurrentHashMap
import kit.model.Become
import kit.spi.Change
import kit.spi.Host
import kit.spi.Module
import kit.spi.Output
import kit.spi.Plan
import kit.spi.Probe
import kit.spi.Query
import kit.spi.Resource
import kit.spi.Step
import kit.target.Frame
import kit.target.Reply
import kit.target.Target
import kit.target.Targets
import kit.target.Unreachable

/** A world of named cells: small enough to know by heart, with calls that influence one another. */
class Cells implements Targets {
  final Map<String, Map<String, String>> hosts = new ConcurrentHashMap<String, Map<String, String>>().withDefault { [:] }
  int down = 0
  int forgotten = 0
  String slow = ''
  Duration patience
  final Set<String> lost = Collections.synchronizedSet([] as Set)
  final Set<String> jobs = [] as Set
  final List<String> guards = Collections.synchronizedList([])
  String verdict = 'confirmed'
  boolean late = false
  List<String> looks = []
  final List<Frame> frames = Collections.synchronizedList([])

  @Override
  Target open(String host, Optional<Become> become) {
    def cells = hosts[host]
    def user = become.map { it.user() }.orElse('login')
    new Target() {
      @Override
      Reply exchange(Frame frame, Target.Progress progress) {
        if (down > 0) {
          down--
          throw new Unreachable('nobody answers', '', false)
        }
        if (host in lost) throw new Unreachable("no way to $host", '', false)
        frames << frame
        List<List<Output>> outputs = []
        for (apply in frame.applies()) {
          progress.begins(outputs.size())
          def own = []
          outputs << own
          for (step in apply.steps()) {
            own << run(cells, ((Step.Run) step).script())
            if (step.script() == 'go down') {
              down = 3
              throw new Unreachable('gone', '', true).after(outputs.dropRight(1))
            }
            if (own.last().rc() != 0) return new Reply(outputs, [:])
          }
        }
        new Reply(outputs, frame.questions().collectEntries { [it, read(cells, it)] })
      }

      @Override
      String user() { user }

      @Override
      void close() {}
    }
  }

  static Object read(Map<String, String> cells, Query<?> query) {
    query instanceof Cell ? cells[follow(cells, query.name)] ?: '' : [os: [family: 'Debian']]
  }

  /** A cell that holds {@code ->x} is a link: whoever reads or sets it means x. */
  static String follow(Map<String, String> cells, String name) {
    String at = name
    for (int i = 0; i < 5 && cells[at]?.startsWith('->'); i++) at = cells[at].substring(2)
    at
  }

  private static String job(String script) { (script =~ /kit-job-(\w+)/)[0][1] }

  /** What is seen of a job: what {@code looks} says, in its order. */
  private Output look() {
    def seen = looks ? looks.removeAt(0) : 'ended 0'
    if (seen == 'lost') {
      down = 2
      throw new Unreachable('gone', '', true)
    }
    Output.of(0, seen + '\n', '')
  }

  Output run(Map<String, String> cells, String script) {
    def words = script.split(' ', 3)
    switch (words[0]) {
      case 'set':
        if (words[1] == slow) Thread.sleep(40)
        cells[follow(cells, words[1])] = words[2]; break
      case 'link': cells[words[1]] = '->' + words[2]; break
      case 'bump': cells[follow(cells, words[1])] = (cells[follow(cells, words[1])] ?: '') + '+'; break
      case 'go': break
      case '(umask': jobs << job(script); return Output.of(0, '', '')
      case 'kit_a=': return look()
      case 'cat': return Output.of(0, 'made', 'by hand')
      case '[': if (script.contains('verdict')) return Output.of(late ? 1 : 0, '', ''); jobs.remove(job(script)); break
      case 'dd': return piece(cells, script)
      case ~/(?s)kit_d=.*/: return guard(script)
      case 'fail': return Output.of(3, '', 'as told')
      default: throw new AssertionError(script)
    }
    Output.of(0, "did $script", '')
  }

  /** What watches over changes says; {@code late}: of a host that cannot be reached until it has put things back. */
  private Output guard(String script) {
    def asked = script.contains('mkdir -- "$kit_d"') ? 'arm' : script.contains('kit_mine=1') ? 'confirm' : 'undo'
    guards << asked
    if (asked == 'arm') return verdict == 'no root' ? Output.of(77, '', 'only root') : Output.of(0, '', '')
    if (verdict == 'cut off' && asked == 'confirm') throw new Unreachable('no answer', '', false)
    Output.of(0, asked == 'undo' || verdict == 'cut off' ? 'reverted 0 12:00:00\n' : "$verdict\n", '')
  }

  /** What {@code dd if=NAME bs=SIZE skip=N count=1} gives of a cell. */
  private static Output piece(Map<String, String> cells, String script) {
    def said = script.split(' ').findAll { it.contains('=') }.collectEntries { it.split('=', 2) as List }
    def text = cells[said.if]
    if (text == null) return Output.of(1, '', 'it cannot be read\n')
    int size = said.bs as int
    int from = Math.min(text.length(), size * (said.skip as int))
    Output.of(0, text.substring(from, Math.min(text.length(), from + size)), '')
  }

  @Override
  void forget(String host) { forgotten++ }

  @Override
  void forget(String host, Duration within) {
    patience = within
    forget(host)
  }

  @Override
  void close() {}

  static class Cell implements Query<String> {
    final String name

    Cell(String name) { this.name = name }

    @Override
    Probe<String> probe(List<Query<String>> batch) { throw new AssertionError('not rendered here') }

    @Override
    Set<Resource> about() { [Resource.path(name)] as Set }

    @Override
    boolean equals(Object other) { other instanceof Cell && other.name == name }

    @Override
    int hashCode() { name.hashCode() }
  }

  /** Sets a cell to a text. */
  static class SetCell implements Module {
    String name
    String value
    boolean honest = true

    @Override
    Plan plan(Host host) { planSet(host, name, value, honest) }
  }

  /** Sets a cell to what another holds. */
  static class CopyCell implements Module {
    String from
    String to

    @Override
    Plan plan(Host host) {
      host.askAll(new Cell(from), new Cell(to))
      planSet(host, to, host.ask(new Cell(from)), true)
    }
  }

  /** Sets a cell if another holds anything: asks twice, the second time depending on the first. */
  static class SetIf implements Module {
    String condition
    String name
    String value

    @Override
    Plan plan(Host host) {
      host.ask(new Cell(condition)) ? planSet(host, name, value, true) : Plan.unchanged('no ' + condition)
    }
  }

  /** Does something of which nobody can say beforehand what it alters. */
  static class Opaque implements Module {
    String script
    boolean reading

    @Override
    Plan plan(Host host) {
      Change change = Plan.change(script).run(script).touches(Resource.ANYTHING)
        .reads { [stdout: it.last().text()] }
      reading ? change.readOnly() : change
    }
  }

  /** Cannot be done while a cell is empty. */
  static class Needs implements Module {
    String name

    @Override
    Plan plan(Host host) {
      host.ask(new Cell(name)) ? Plan.unchanged('there') : Plan.refused("$name is empty", '')
    }
  }

  static Plan planSet(Host host, String name, String value, boolean honest) {
    def now = host.ask(new Cell(name))
    if (now == value) return Plan.unchanged("$name is $value", [was: now])
    Change change = Plan.change("set $name").run("set $name $value").value('was', now)
      .predicts(new Cell(name), value)
    honest ? change.touches(Resource.path(name)) : change
  }
}
