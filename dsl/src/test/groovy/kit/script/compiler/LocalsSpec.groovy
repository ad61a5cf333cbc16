package kit.script.compiler

import java.nio.file.Path
import kit.script.PlaybookLoader
import kit.script.RecordingSession
import kit.script.Samples
import spock.lang.Specification

/** What who debugs a playbook sees of its own variables. */
class LocalsSpec extends Specification {

  static final PLAYBOOK = """
    def ports = [80]
    def twice(x) {
      def y = x * 2
      command "twice"                                   // 5
    }
    play('p') {
      hosts 'all'
      task('t') {
        command "first"                                 // 10
        def r = command('with it')
        def (a, b) = [1, 2]
        int n = 0
        n += 2
        n++
        command "count"                                 // 16
        ['k'].each { command "each" }                   // 17
        ['v'].each { item -> def inner = item + n
          command "named" }                             // 19
        [k: 1].each { key, value -> command "pair" }    // 20
        for (z in ports) {
          command "loop"                                // 22
        }
        for (int i = 0; i < 1; i++) {
          command "counted"                             // 25
        }
        if (n) { def then = 1
          command "then"                                // 28
        } else { def other = 1 }
        [w: 5].with { def own = it
          command "with" }                              // 31
        attempt { def tried = 1
          command "tried"                               // 33
        } rescue { e -> def caught = 1 }
        try { def risky = 1 } catch (Exception ex) { n = 0 } finally { n = 7 }
        twice 4
        def late
        command "last"                                  // 38
        def c = { q -> q + n }
        command "closure", when: { c(1) == 8 }          // 40
        command "\${ports.collect { it + n }}"           // 41
      }
    }"""

  private static RecordingSession run(boolean watched) {
    def loader = new PlaybookLoader(Samples.CATALOG, Optional.<Path> empty()).watched(watched)
    def session = new RecordingSession()
    loader.load(PLAYBOOK, 'site.groovy').playbook().plays()[0].tasks()[0].body().run(session)
    session
  }

  def "a call in line #line sees #names"() {
    given:
    def seen = run(true).locals[line]

    expect:
    seen.subMap(names.keySet()) == names
    (seen.keySet() - names.keySet()) as Set == more as Set

    where:
    line | names                              | more
    5    | [x: 4, y: 8]                       | []
    10   | [ports: [80]]                      | []
    16   | [a: 1, b: 2, n: 3]                 | ['r', 'ports']
    17   | [it: 'k', n: 3]                    | ['r', 'a', 'b', 'ports']
    19   | [item: 'v', inner: 'v3']           | ['r', 'a', 'b', 'n', 'ports']
    20   | [key: 'k', value: 1]               | ['r', 'a', 'b', 'n', 'ports']
    22   | [z: 80]                            | ['r', 'a', 'b', 'n', 'ports']
    25   | [i: 0]                             | ['r', 'a', 'b', 'n', 'ports']
    28   | [then: 1]                          | ['r', 'a', 'b', 'n', 'ports']
    31   | [own: [w: 5]]                      | ['it', 'r', 'a', 'b', 'n', 'ports']
    33   | [tried: 1]                         | ['r', 'a', 'b', 'n', 'ports']
    38   | [late: null, n: 7]                 | ['r', 'a', 'b', 'ports']
    41   | [n: 7]                             | ['r', 'a', 'b', 'ports', 'late', 'c']
  }

  def "a playbook that is watched does what it does otherwise"() {
    given:
    def plain = run(false)
    def watched = run(true)

    expect:
    plain.locals.isEmpty()
    what(watched) == what(plain)
    watched.calls.size() == 15
  }

  private static List<List<Object>> what(RecordingSession session) {
    session.calls.collect { [it.name(), it.module(), it.location()] }
  }

  def "a playbook that says breakpoint is watched in any case"() {
    given:
    def text = "play('p') { hosts 'all'; task('t') { def x = 1\n breakpoint() } }"
    def loaded = new PlaybookLoader(Samples.CATALOG, Optional.<Path> empty()).load(text, 'site.groovy')
    def session = new RecordingSession()

    when:
    loaded.playbook().plays()[0].tasks()[0].body().run(session)

    then:
    session.locals == [2: [x: 1]]
  }

  def "what is kept of a playbook that is watched is not taken for one that is not"() {
    given:
    def kept = File.createTempDir().toPath()
    def loader = { watched -> new PlaybookLoader(Samples.CATALOG, Optional.of(kept)).watched(watched) }
    def text = "play('p') { hosts 'all'; task('t') { def x = 1\n command 'a' } }"
    def locals = { watched ->
      def session = new RecordingSession()
      loader(watched).load(text, 'site.groovy').playbook().plays()[0].tasks()[0].body().run(session)
      session.locals
    }

    expect:
    locals(true) == [2: [x: 1]]
    locals(false) == [:]
    locals(true) == [2: [x: 1]]

    cleanup:
    kept.toFile().deleteDir()
  }
}
