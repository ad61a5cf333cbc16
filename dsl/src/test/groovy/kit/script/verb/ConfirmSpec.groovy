package kit.script.verb

import kit.script.RecordingSession
import kit.script.Scripts
import spock.lang.Specification

class ConfirmSpec extends Specification {

  def '#body is #steps'() {
    when:
    def session = Scripts.run(body, new RecordingSession(variables: [time: 90]))

    then:
    session.steps == [steps]
    session.calls*.name() == ['ping']

    where:
    body                                                                       || steps
    'confirmWithin(60.s) { ping() }'                                           || 'confirm PT1M [] []'
    'confirm_within(60) { ping() }'                                            || 'confirm PT1M [] []'
    'confirmWithin("2m") { ping() }'                                           || 'confirm PT2M [] []'
    'confirmWithin(time) { ping() }'                                           || 'confirm PT1M30S [] []'
    'confirmWithin(5.s, files: "/etc/a", revert: ["a", "b"]) { ping() }'       || 'confirm PT5S [/etc/a] [a, b]'
    'confirmWithin(1.min, files: ["/etc/a", "/etc/${"b"}"]) { ping() }'        || 'confirm PT1M [/etc/a, /etc/b] []'
  }

  def 'a wrong one is refused before the run: #body'() {
    expect:
    Scripts.problemsInTask("\n$body") == ["site.groovy:2:$problem".toString()]

    where:
    body                                              || problem
    'confirmWithin { ping() }'                        || '1: confirmWithin needs a duration (confirmWithin(60.s) { ... })'
    'confirmWithin(60.s)'                             || '1: confirmWithin wants a block (confirmWithin(60.s) { ... })'
    'confirmWithin("soon") { ping() }'                || "15: 'confirmWithin' wants a duration such as 60, '90s' or '5m', not 'soon' (confirmWithin(60.s) { ... })"
    'confirmWithin(1.s) { ping() }'                   || '15: confirmWithin wants from 5 seconds to one hour (60.s is a good choice)'
    'confirmWithin(2.h) { ping() }'                   || '15: confirmWithin wants from 5 seconds to one hour (60.s is a good choice)'
    'confirmWithin(9.s, 9.s) { ping() }'              || '1: confirmWithin takes one value without a name (confirmWithin(60.s) { ... })'
    'confirmWithin(9.s, file: "/a") { ping() }'       || "20: confirmWithin has no argument 'file' (did you mean 'files'?)"
    'confirmWithin(9.s, files: "a") { ping() }'       || "20: confirmWithin: 'a' is no absolute path (begin it with a slash)"
    'confirmWithin(9.s, files: ["/b", [:]]) { ping() }' || "20: confirmWithin: 'files' wants text, not a map (confirmWithin(60.s) { ... })"
    'confirmWithin(9.s) { confirmWithin(9.s) { } }'   || '22: confirmWithin cannot stand inside of another (one block, one confirmation: put them one behind the other)'
    'confirmWithin(9.s) { if (x) { confirmWithin(9.s) { } } }' || '31: confirmWithin cannot stand inside of another (one block, one confirmation: put them one behind the other)'
    'confirmWithin(9.s) { rebot() }'                  || "22: unknown module 'rebot' (kit doc lists the modules)"
  }

  def 'it belongs in a task'() {
    expect:
    Scripts.problems('play("P") { hosts "all"; confirmWithin(60.s) { } }')*.toString() ==
        ["site.groovy:1:26: 'confirmWithin' does not belong in a play (it belongs in a task: task('...') { confirmWithin ... })"]
  }

  def 'one after the other, and in a rescue, is right'() {
    expect:
    Scripts.problemsInTask('''
      confirmWithin(9.s) { ping() }
      attempt { confirmWithin(9.s) { ping() } } rescue { confirmWithin(9.s) { ping() } }
      confirmWithin(9.s) { attempt { ping() } rescue { ping() } }
    ''') == []
  }

  def 'what only the run knows is refused there: #body'() {
    expect:
    Scripts.failure(body, new RecordingSession(variables: [time: value])).message() == message

    where:
    body                                     | value   || message
    'confirmWithin(time) { ping() }'         | 1       || 'confirmWithin wants from 5 seconds to one hour'
    'confirmWithin(time) { ping() }'         | 'soon'  || "'confirmWithin' wants a duration such as 60, '90s' or '5m', not 'soon'"
    'confirmWithin(9.s, files: time) { }'    | 'a'     || "confirmWithin: 'a' is no absolute path"
  }
}
