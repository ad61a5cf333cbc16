package kit.script

import java.util.function.Consumer
import java.util.function.Supplier
import kit.model.Confirm
import kit.model.Failure
import kit.model.Handler
import kit.model.HostSession
import kit.model.Invocation
import kit.model.KitException
import kit.model.Location
import kit.model.Options
import kit.model.Problem
import kit.model.Question
import kit.model.Role
import kit.model.Task
import kit.spi.Result

/** A host that keeps what bodies ask of it; results and variables are given beforehand. */
class RecordingSession implements HostSession {
  String host = 'web1'
  String failing = ''
  List<String> groups = ['prod', 'web']
  Map<String, Object> variables = [:]
  Map<String, Object> facts = [:]
  Map<String, Map<String, Object>> others = [:]
  Map<String, Result> results = [:]
  final List<Invocation> calls = []
  final List<String> printed = []
  final List<String> steps = []
  final List<Question> asked = []
  final List<Options> blocks = []
  final Map<Integer, Map<String, Object>> locals = [:]
  Map<String, Map<String, Object>> defaults = [:]
  List<String> answers = []
  Role role

  @Override
  String host() { host }

  @Override
  List<String> groups() { groups }

  @Override
  Result call(Invocation invocation) {
    calls << invocation
    if (invocation.name() == failing) throw new KitException('it failed', '')
    results.getOrDefault(invocation.name(), new Given(Result.Status.OK, [:]))
  }

  @Override
  boolean has(String variable) { variables.containsKey(variable) }

  @Override
  Set<String> variables() { variables.keySet() }

  @Override
  void locals(Location where, Map<String, Object> values) { locals[where.line()] = values }

  @Override
  Object variable(String name, Location where) {
    if (!has(name)) throw new KitException(new Problem(where, "no variable '$name'".toString(), ''))
    variables[name]
  }

  @Override
  Map<String, Object> variablesOf(String host, Location where) { others[host] }

  @Override
  Map<String, Object> facts() { facts }

  @Override
  Map<String, Object> factsOf(String host, Location where) { [name: host] }

  @Override
  void block(String name, Location where, Options options, Runnable body) {
    steps << "block $name".toString()
    blocks << options
    variables = variables + options.vars()
    body.run()
  }

  @Override
  void confirm(Confirm confirm, Location where, Runnable body) {
    steps << "confirm $confirm.within $confirm.files $confirm.revert".toString()
    body.run()
  }

  @Override
  void attempt(
      Location where, Runnable body, Optional<Consumer<Failure>> rescue, Optional<Runnable> always) {
    try {
      body.run()
    } catch (KitException e) {
      if (rescue.empty) throw e
      rescue.get().accept(new Failure(host, "task", where, e.problems()[0].message(), false, [rc: 1]))
    } finally {
      always.ifPresent { it.run() }
    }
  }

  @Override
  void refreshInventory(Location where) { steps << 'refreshInventory' }

  @Override
  void barrier(Location where) { steps << 'barrier' }

  @Override
  Object once(Location where, Supplier<Object> body) {
    steps << 'once'
    body.get()
  }

  @Override
  void on(String host, Location where, Runnable body) {
    steps << "on $host".toString()
    body.run()
  }

  @Override
  void task(Task task) {
    steps << "task $task.name tags $task.options.tags".toString()
    variables = variables + task.options().vars()
    if (task.options().when().map { it.test(this, null) }.orElse(true)) task.body().run(this)
  }

  @Override
  void handler(Handler handler) { steps << "handler $handler.name".toString() }

  @Override
  void addHost(String name, List<String> groups, Map<String, Object> vars, Location where) {
    steps << "addHost $name $groups $vars".toString()
  }

  @Override
  void groupBy(String group, Location where) { steps << "groupBy $group".toString() }

  @Override
  String ask(Question question) {
    asked << question
    answers.removeAt(0)
  }

  @Override
  Map<String, Object> moduleDefaults(String module) { defaults[module] ?: [:] }

  @Override
  void breakpoint(Location where) { steps << "breakpoint $where".toString() }

  @Override
  void flushHandlers() { steps << 'flushHandlers' }

  @Override
  void endHost(String why) { steps << "endHost $why".toString() }

  @Override
  void endPlay(String why) { steps << "endPlay $why".toString() }

  @Override
  Optional<Role> role() { Optional.ofNullable(role) }

  @Override
  void includeVars(String path, String name, Location where) { steps << "includeVars $path $name".toString() }

  @Override
  Object filter(String name, List<?> arguments, Map<String, Object> named, Location where) { "$name $arguments $named".toString() }

  @Override
  void skip(String why) { throw new Skipped(why) }

  @Override
  void print(String text, Location where) { printed << "$where.line: $text".toString() }

  /** As an engine would end a body. */
  static class Skipped extends RuntimeException {
    Skipped(String why) { super(why) }
  }

  static class Given implements Result {
    final boolean complete
    final Result.Status status
    final Map<String, Object> values

    Given(Result.Status status, Map<String, Object> values, boolean complete = true) {
      this.complete = complete
      this.status = status
      this.values = values
    }

    @Override
    Result.Status status() { status }

    @Override
    boolean changed() { status == Result.Status.CHANGED }

    @Override
    Map<String, Object> values() { values }

    @Override
    boolean complete() { complete }
  }
}
