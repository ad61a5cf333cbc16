package kit.script

import kit.model.HostSession
import kit.model.Invocation
import kit.model.KitException
import kit.model.Location
import kit.model.Options
import kit.model.Problem
import kit.spi.Result

/** A host that keeps what bodies ask of it; results and variables are given beforehand. */
class RecordingSession implements HostSession {
  String host = 'web1'
  List<String> groups = ['prod', 'web']
  Map<String, Object> variables = [:]
  Map<String, Object> facts = [:]
  Map<String, Map<String, Object>> others = [:]
  Map<String, Result> results = [:]
  final List<Invocation> calls = []
  final List<String> printed = []

  @Override
  String host() { host }

  @Override
  List<String> groups() { groups }

  @Override
  Result call(Invocation invocation) {
    calls << invocation
    results.getOrDefault(invocation.name(), new Given(Result.Status.OK, [:]))
  }

  @Override
  boolean has(String variable) { variables.containsKey(variable) }

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
  void with(Map<String, Object> more, Options options, Runnable body) {
    def before = variables
    variables = before + more
    body.run()
    variables = before
  }

  @Override
  void skip(String why) { throw new Skipped(why) }

  @Override
  void print(String text, Location where) { printed << "$where.line: $text".toString() }

  /** As an engine would end a body. */
  static class Skipped extends RuntimeException {
    Skipped(String why) { super(why) }
  }

  static class Given implements Result {
    final Result.Status status
    final Map<String, Object> values

    Given(Result.Status status, Map<String, Object> values) {
      this.status = status
      this.values = values
    }

    @Override
    Result.Status status() { status }

    @Override
    boolean changed() { status == Result.Status.CHANGED }

    @Override
    Map<String, Object> values() { values }
  }
}
