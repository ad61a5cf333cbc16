package kit.engine

import java.nio.file.Path
import java.time.Duration
import kit.model.Become
import kit.model.Body
import kit.model.Condition
import kit.model.Handler
import kit.model.HostSession
import kit.model.Invocation
import kit.model.KitException
import kit.model.Location
import kit.model.Options
import kit.model.OptionsBuilder
import kit.model.Play
import kit.model.PlayRules
import kit.model.Playbook
import kit.model.Problem
import kit.model.Question
import kit.model.Role
import kit.model.Task
import kit.spi.Kept
import kit.spi.Module
import kit.spi.Source
import kit.spi.TemplateStyle
import kit.target.Targets

/** Everything around a run on cells: plays written as closures, variables in maps, events in a list. */
class Stage {
  final Cells cells = new Cells()
  Targets targets = cells
  final List<Event> events = []
  final Map<String, Set<String>> owed = [:]
  final Map<String, Object> variables = [:]
  List<String> hosts = ['h1']
  final List<String> added = Collections.synchronizedList([])
  final List<String> asked = Collections.synchronizedList([])
  List<String> answers = []
  boolean check = false
  boolean oneByOne = false
  int forks = 5
  Set<String> tags = []
  Set<String> skipTags = []
  Map<String, String> typed = [:]

  Map<String, HostSummary> run(Play... plays) {
    def settings = new Settings(check, forks, tags, skipTags, Duration.ofMinutes(1))
    newRun(settings).execute(new Playbook(Path.of('site.groovy'), plays as List))
  }

  Run newRun(Settings settings) {
    new Run(settings, surroundings(), targets, intents(), { events << it }, oneByOne)
  }

  Play play(List<Task> tasks, List<Handler> handlers) { play([:], tasks, handlers) }

  Play play(Map its, List<Task> tasks, List<Handler> handlers = []) {
    new Play('play', at(1), ['all'], options(its.options ?: [:]), its.serial ?: [], [:], [], its.rules ?: PlayRules.NONE, true, tasks, handlers)
  }

  Play play(List<Task> tasks) { play([:], tasks, []) }

  static Task task(String name, Closure body) { task([:], name, body) }

  static Task task(Map its = [:], String name = 'task', Closure body) {
    new Task(name, at(2), options(its), { session -> body(new Calls(session)) } as Body)
  }

  static Handler handler(Map its = [:], String name, Closure body) {
    new Handler(name, at(3), its.listen ?: [], Options.NONE, { session -> body(new Calls(session)) } as Body)
  }

  static Options options(Map its) {
    def builder = new OptionsBuilder()
    its.each { key, value -> if (key != 'listen') builder[key as String] = value }
    builder.build()
  }

  static Location at(int line) { new Location('site.groovy', line, 1) }

  /** A condition that is always so. */
  static Condition said(boolean so) { { session, result -> so } as Condition }

  List<String> statuses() {
    events.findAll { it instanceof Event.CallFinished }.collect { it.outcome().status().name() }
  }

  private Intents intents() {
    [of: { owed[it] ?: [] as Set }, write: { h, names -> owed[h] = new LinkedHashSet(names) }] as Intents
  }

  private Surroundings surroundings() {
    def stage = this
    new Surroundings() {
      List<String> hosts(Play play) { stage.hosts }
      HostScope scope(String host, Play play) { new MapScope(stage.variables) }
      Map<String, Object> variablesOf(String host, Location where) { stage.variables }
      void addHost(String by, String name, List<String> groups, Map<String, Object> vars, Location at) {
        stage.added << "$by adds $name to $groups".toString()
      }
      void refreshInventory() { throw new AssertionError('no inventories are here') }
      String ask(Question question) { stage.asked << question.text(); stage.answers.removeAt(0) }
      Optional<Become> become(String host) { Optional.empty() }
      Optional<String> ask(String text, boolean echo) { Optional.ofNullable(stage.typed[text]) }
      Source source(String folder, String name, Optional<Role> role) { throw new AssertionError(name) }
      Optional<kit.spi.SourceTree> tree(String folder, String name, boolean follow, Optional<Role> role) { Optional.empty() }
      Kept kept(String path) { throw new AssertionError(path) }
      String render(Source source, HostScope scope, Map<String, Object> more, TemplateStyle style) {
        throw new AssertionError(source)
      }
    }
  }

  /** What bodies of these specs say. */
  static class Calls {
    @Delegate final HostSession session

    Calls(HostSession session) { this.session = session }

    def call(Module module, Map its) { call(its, module) }

    def call(Map its = [:], Module module) {
      session.call(new Invocation(module.class.simpleName, module, options(its), at(9)))
    }

    def set(Map its = [:], String name, String value) {
      call(its, new Cells.SetCell(name: name, value: value))
    }
  }

  static class MapScope implements HostScope {
    private final Map<String, Object> variables
    private final Deque<Map<String, Object>> pushed = new ArrayDeque<>()

    MapScope(Map<String, Object> variables) { this.variables = variables }

    void begin(HostSession session) {}
    boolean has(String name) { variables.containsKey(name) || pushed.any { it.containsKey(name) } }
    Set<String> names() { variables.keySet() + pushed.collectMany { it.keySet() } }
    Object get(String name, Location where) {
      def inner = pushed.find { it.containsKey(name) }
      if (inner) return inner[name]
      if (!variables.containsKey(name)) throw new KitException(new Problem(where, "$name is not defined", ''))
      variables[name]
    }
    void set(String name, Object value) { synchronized (variables) { variables[name] = value } }
    void push(Map<String, Object> more) { pushed.push(more) }
    void pop() { pushed.pop() }
    List<String> groups() { ['web'] }
    void gathered(Map<String, Object> facts) {}
    void outside(Runnable body) { body.run() }
    void enter(Role role) { throw new AssertionError('the stage has no roles') }
    void leave() { throw new AssertionError('the stage has no roles') }
    void include(String path, String name, Location where) { throw new AssertionError('the stage has no files') }
  }
}
