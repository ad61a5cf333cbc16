package kit.run

import kit.data.Json

/** How a command line ended. */
class Ran {
  int code
  String out
  String err
  double seconds

  /** What it said with {@code -o json}. */
  List<Map> getEvents() { out.readLines().collect { Json.tryRead(it) as Map } }

  Map getSummary() { events.last() }

  /** The calls, as host, task, label and status. */
  List<Map> getCalls() { events.findAll { it.event == 'call' } }

  String getText() { out + err }

  @Override
  String toString() { "exit $code after $seconds s\n${out.readLines().findAll { !it.startsWith('{"event":"task"') }.take(60).join('\n')}\n$err" }
}
