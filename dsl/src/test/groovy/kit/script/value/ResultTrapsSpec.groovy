package kit.script.value

import kit.script.RecordingSession
import kit.script.Scripts
import kit.spi.Result.Status
import spock.lang.Specification

class ResultTrapsSpec extends Specification {

  static result(Status status, Map values = [rc: 1, stdout: 'a\nb\n', stderr: 'e', start_time: 5, unit: [state: 'on']]) {
    new RecordingSession(results: [command: new RecordingSession.Given(status, values)])
  }

  def 'r.#field of a #status call is #value'() {
    expect:
    Scripts.run("def r = command 'x'; println r.$field", result(status)).printed == ["1: $value".toString()]

    where:
    field                        | status             || value
    'changed'                    | Status.CHANGED     || true
    'changed'                    | Status.OK          || false
    'failed'                     | Status.FAILED      || true
    'failed'                     | Status.UNREACHABLE || true
    'failed'                     | Status.OK          || false
    'skipped'                    | Status.SKIPPED     || true
    'status'                     | Status.MAYBE       || 'maybe'
    'maybe'                      | Status.MAYBE       || true
    'rc'                         | Status.OK          || 1
    'stderr'                     | Status.OK          || 'e'
    'stdoutLines'                | Status.OK          || '[a, b]'
    'stdout_lines'               | Status.OK          || '[a, b]'
    'startTime'                  | Status.OK          || 5
    'start_time'                 | Status.OK          || 5
    'unit.state'                 | Status.OK          || 'on'
    'values.rc'                  | Status.OK          || 1
    'values().size()'            | Status.OK          || 5
  }

  def 'what is there of a result can be asked with ?.'() {
    expect:
    Scripts.run("def r = command 'x'; println([r?.rc, r?.nothing, r?.changed])", result(Status.OK)).printed == ['1: [1, null, false]']
  }

  def '#use of a result is an error'() {
    expect:
    Scripts.failure("def r; r = command 'x'\n$use", result(status)).toString() == "site.groovy:2$message"

    where:
    use                       | status         || message
    'if (r) ping()'           | Status.OK      || ': a result is neither true nor false (say r.changed, !r.failed or r.rc == 0)'
    'r ? 1 : 2'               | Status.OK      || ': a result is neither true nor false (say r.changed, !r.failed or r.rc == 0)'
    'if (!r) ping()'          | Status.OK      || ': a result is neither true nor false (say r.changed, !r.failed or r.rc == 0)'
    'r && true'               | Status.OK      || ': a result is neither true nor false (say r.changed, !r.failed or r.rc == 0)'
    'println "is $r"'         | Status.OK      || ': a result has no text (say r.stdout, r.changed or another field)'
    '"is " + r'               | Status.OK      || ': a result has no text (say r.stdout, r.changed or another field)'
    'r.toString()'            | Status.OK      || ': a result has no text (say r.stdout, r.changed or another field)'
    'r as String'             | Status.OK      || ': a result is no value (give a field of it: r.stdout, r.changed, r.values)'
    'r + "x"'                 | Status.OK      || ": a result has no method 'plus' (say a field: r.changed, r.stdout, r.rc)"
    'r == "x"'                | Status.OK      || ": a result equals nothing (compare a field: r.rc == 0, r.stdout == 'x')"
    'r.contains("x")'         | Status.OK      || ": a result has no method 'contains' (say a field: r.changed, r.stdout, r.rc)"
    'r.each { }'              | Status.OK      || ": a result has no method 'each' (say a field: r.changed, r.stdout, r.rc)"
    'r.stdot'                 | Status.OK      || ": the result of command has no 'stdot' (did you mean 'stdout'?)"
    'r.rc = 0'                | Status.OK      || ': the result of command.rc cannot be assigned (variables are read-only; use setFact)'
    'r.foo'                   | Status.SKIPPED || ": the result of command has no 'foo': the call was skipped (look at r.skipped first)"
    'apt name: r'             | Status.OK      || ': a result is no value (give a field of it: r.stdout, r.changed, r.values)'
  }

  def 'the source shows some of it before the run: #use'() {
    expect:
    Scripts.problemsInTask("def r = command 'x'\n$use") == (message ? ["site.groovy:2:$message".toString()] : [])

    where:
    use                             || message
    'if (r) ping()'                 || '5: a result is neither true nor false (say r.changed, !r.failed or r.rc == 0)'
    'def x = r ?: 1'                || '9: a result is neither true nor false (say r.changed, !r.failed or r.rc == 0)'
    'def x = !r'                    || '10: a result is neither true nor false (say r.changed, !r.failed or r.rc == 0)'
    'while (1 > 2 || r) ping()'     || '17: a result is neither true nor false (say r.changed, !r.failed or r.rc == 0)'
    '[1].each { if (r) ping() }'    || '16: a result is neither true nor false (say r.changed, !r.failed or r.rc == 0)'
    'println "is $r"'               || '14: a result has no text (say r.stdout, r.changed or another field)'
    'println "is " + r'             || '17: a result has no text (say r.stdout, r.changed or another field)'
    'if (r.changed) println "$r.rc"' || ''
    'r = r.rc; if (r) ping()'       || ''
    'r = [1]; println "$r"'         || ''
    'def (a, b) = [1, 2]; if (a) ping()' || ''
  }
}
