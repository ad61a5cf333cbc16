package kit.report

import static kit.report.Story.host
import static kit.spi.Result.Status.OK

import java.time.Duration
import kit.report.Profile.Doing
import spock.lang.Specification

class ProfileSpec extends Specification {

  def "tells the slowest tasks, calls and hosts, and what the time was spent on"() {
    given:
    def profile = new Profile()
    def story = new Story(report: profile)

    when:
    story.call('a', 'slow', 'x', OK, took: 900).call('b', 'slow', 'x', OK, took: 700)
    story.call('a', 'quick', 'y', OK, took: 200, hidden: true)
    profile.spent(Doing.CONNECTING, Duration.ofMillis(150))
    profile.spent(Doing.QUESTIONS, Duration.ofMillis(20))
    profile.spent(Doing.QUESTIONS, Duration.ofMillis(30))
    story.finish([a: host(took: 1200), b: host(took: 800)])

    then:
    profile.lines()*.trim() == ['', 'time spent, on all hosts together',
        '0.2 s  connecting (1 time)', '50 ms  questions (2 times)', '0 ms  steps (0 times)',
        'slowest tasks, on all hosts together', '1.6 s  slow', '0.2 s  quick',
        'slowest calls', '0.9 s  a: file x · site.groovy:50:3', '0.7 s  b: file x · site.groovy:50:3',
        '0.2 s  a: file · site.groovy:50:3',
        'slowest hosts', '1.2 s  a', '0.8 s  b']
    profile.object().questions == [took: Duration.ofMillis(50), times: 2]
    profile.object().tasks[0] == [what: 'slow', took: Duration.ofMillis(1600)]
  }

  def "shows ten of each and holds little of the rest"() {
    given:
    def profile = new Profile()
    def story = new Story(report: profile)

    when:
    (1..5000).each { story.call('a', "task $it", "x$it", OK, took: it) }
    story.finish([:])

    then:
    profile.object().calls*.what[0..1] == ['a: file x5000 · site.groovy:50:3', 'a: file x4999 · site.groovy:50:3']
    profile.object().calls.size() == 10
    profile.object().tasks.size() == 10
  }
}
