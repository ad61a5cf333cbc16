package kit.modules.system

import static kit.modules.Calls.make

import java.time.Duration
import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.fixture.Shells
import kit.modules.Testbed
import kit.spi.Change
import kit.spi.Output
import kit.spi.Plan
import kit.spi.PlanException
import kit.spi.Resource
import kit.spi.Step
import spock.lang.Requires
import spock.lang.Specification

/** reboot, waitForConnection and pause. */
class RebootSpec extends Specification {
  static MARK = '38768857-b19f-4e4d-94f1-bdb377005423 155833'

  def "goes down and comes back"() {
    given:
    def host = new FakeHost(answers: [(new BootMark()): Optional.of(MARK)])
    def plan = make(Reboot, rebootTimeout: '60s', preRebootDelay: '3s', msg: "it's time").plan(host)

    expect:
    plan.steps()[0].script().startsWith("sleep 3\n")
    plan.steps()[0].script().contains("shutdown -r now 'it'\\''s time'")
    with(plan.steps()[1] as Step.Reconnect) {
      timeout() == Duration.ofSeconds(60)
      connectTimeout() == Duration.ofSeconds(5)
      test().endsWith('whoami\n')
    }
    !plan.diffs().empty
    plan.effect() == Change.Effect.ALTERS
    plan.touches().any { it.overlaps(Resource.path('/tmp/x')) }
    !plan.touches().any { it.unsettles(Resource.path('/etc/x')) }
    plan.touches().any { it.unsettles(new Resource('unit', 'nginx')) }
  }

  def "the user's own commands take the place of the usual ones"() {
    given:
    def host = new FakeHost(user: 'deploy', answers: [(new BootMark()): Optional.of(MARK)])
    def plan = make(Reboot, rebootCommand: 'sudo reboot', testCommand: 'true').plan(host)

    expect:
    plan.steps()[0].script() == 'sudo reboot\n'
    plan.steps()[1].test().endsWith('true\n')
  }

  def "refuses where it cannot be: #why"() {
    expect:
    make(Reboot).plan(new FakeHost(user: user, answers: [(new BootMark()): mark])) instanceof Plan.Refused

    where:
    why         | user     | mark
    'no /proc'  | 'root'   | Optional.empty()
    'not root'  | 'deploy' | Optional.of(MARK)
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "the mark is the boot id and the start of process 1 in #shell"() {
    given:
    def probe = new BootMark().probe([new BootMark()])
    def expected = new File('/proc/sys/kernel/random/boot_id').text.trim() + ' ' +
      (new File('/proc/1/stat').text.trim() =~ /\) (.*)/)[0][1].split(' ')[19]

    expect:
    probe.reader().apply(shell.host().sh(probe.script())) == [Optional.of(expected)]

    where:
    shell << Shells.all()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "the test fails before the boot and succeeds after it in #shell"() {
    given:
    def host = shell.host()
    def test = { String mark, String command ->
      def fake = new FakeHost(answers: [(new BootMark()): Optional.of(mark)])
      host.sh(make(Reboot, testCommand: command).plan(fake).steps()[1].test())
    }
    def probe = new BootMark().probe([new BootMark()])
    def now = probe.reader().apply(host.sh(probe.script()))[0].get()

    expect:
    test(now, 'true').rc() == 1
    test(now, 'true').errors() == 'the host has not gone down\n'
    test(MARK, 'true').rc() == 0
    test(now[0..-2], 'true').rc() == 0
    test(MARK, 'exit 5').rc() == 5

    where:
    shell << Shells.all()
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "a host of the test bed really starts anew: #host.command"() {
    given:
    def plan = host.plan(make(Reboot))
    def before = host.sh('cat /proc/1/stat').text()

    when: 'what the engine will do: carry out the first step, then connect until the test succeeds'
    host.step(plan.steps()[0])
    def output = null
    for (int i = 0; i < 60 && output?.rc() != 0; i++) {
      sleep 1000
      output = host.sh(plan.steps()[1].test())
    }

    then:
    output.rc() == 0
    output.text() == 'root\n'
    host.sh('cat /proc/1/stat').text() != before

    where:
    host << (System.getenv('KIT_TESTBED') ? [Testbed.last(), Testbed.minimal()] : [null])
  }

  def "waitForConnection asks nothing of a host that may not be there"() {
    given:
    def plan = make(WaitForConnection, timeout: '60s', delay: '2s').plan(new FakeHost())

    expect:
    plan.steps() == [new Step.Reconnect(Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(1), ':\n')]
    plan.effect() == Change.Effect.WAITS
  }

  def "a pause sleeps or asks: #arguments"() {
    given:
    def plan = make(Pause, arguments).plan(new FakeHost())

    expect:
    plan.steps() == [step]
    plan.summary() == summary
    plan.effect() == Change.Effect.WAITS

    where:
    arguments                        || step                                          | summary
    [seconds: 5]                     || Step.Run.of('sleep 5\n')                      | 'pause for 5 s'
    [minutes: 2]                     || Step.Run.of('sleep 120\n')                    | 'pause for 2 min'
    [minutes: 1, prompt: 'wait']     || Step.Run.of('sleep 60\n')                     | 'pause for 1 min: wait'
    [prompt: 'Ready?']               || new Step.Prompt('Ready?', true)               | 'ask: Ready?'
    [prompt: 'Password', echo: false] || new Step.Prompt('Password', false)           | 'ask: Password'
    [:]                              || new Step.Prompt('Press Enter to go on', true) | 'ask: Press Enter to go on'
  }

  def "the answer is in the result"() {
    expect:
    make(Pause, prompt: 'Ready?').plan(new FakeHost()).reader().apply([Output.of(0, 'yes', '')]) == [userInput: 'yes']
  }

  def "refuses #arguments"() {
    when:
    make(Pause, arguments).plan(new FakeHost())

    then:
    thrown(PlanException)

    where:
    arguments << [[seconds: 1, minutes: 1], [seconds: -1]]
  }
}
