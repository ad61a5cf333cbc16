package kit.shell

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import kit.query.Job
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** The sh of detached jobs, under each shell that may be sh on a host. */
class JobSpec extends Specification {

  @Shared @TempDir Path without
  @AutoCleanup Connections connections
  final job = new Job(UUID.randomUUID().toString().replace('-', ''))
  final folder = new File("/tmp/kit-job-$job.id")

  def setupSpec() {
    System.getenv('PATH').split(':').collect { new File(it) }.findAll { it.directory }.each { directory ->
      directory.listFiles().findAll { it.name != 'setsid' && !Files.exists(without.resolve(it.name)) }
        .each { Files.createSymbolicLink(without.resolve(it.name), it.toPath()) }
    }
  }

  def cleanup() {
    folder.deleteDir()
  }

  def "#shell #kind: a job runs by itself, and gives back what it printed"() {
    given:
    def target = target(shell, setsid)

    when:
    def begun = LocalShells.run(target, job.start('cat; pwd; echo "$A"; echo err >&2; sleep 1; exit 3', true, Duration.ofMinutes(1)),
      stdin: 'in\n'.bytes, in: '/usr', env: [A: "x'y"])

    then:
    begun.rc() == 0
    begun.text() + begun.errors() == ''
    state(target) == new Job.State(Job.Phase.RUNNING, 0, false)
    Files.getPosixFilePermissions(folder.toPath())*.name() as Set == ['OWNER_READ', 'OWNER_WRITE', 'OWNER_EXECUTE'] as Set
    !new File(folder, 'job').exists()

    when:
    ended(target)
    def output = LocalShells.run(target, job.output())
    LocalShells.run(target, job.clear())

    then:
    output.text() == "in\n/usr\nx'y\n"
    output.errors() == 'err\n'
    !folder.exists()
    state(target).phase() == Job.Phase.GONE

    where:
    [shell, setsid] << [LocalShells.ALL, [true, false]].combinations()
    kind = setsid ? 'with setsid' : 'without setsid'
  }

  def "#shell #kind: a job outlives the shell that started it; when its time is over, all of it ends"() {
    given:
    def target = target(shell, setsid)
    def mark = '8' + (100000 + new Random().nextInt(900000))

    when:
    LocalShells.run(target, job.start("(trap '' TERM; sleep 30; :) & sleep $mark & sleep $mark", false, Duration.ofSeconds(2)))
    connections.close()
    target = this.target(shell, setsid)

    then:
    running(mark)
    state(target).phase() == Job.Phase.RUNNING

    when:
    ended(target)

    then:
    state(target) == new Job.State(Job.Phase.ENDED, 143, true)
    !running(mark)

    where:
    [shell, setsid] << [LocalShells.ALL, [true, false]].combinations()
    kind = setsid ? 'with setsid' : 'without setsid'
  }

  def "a job whose supervisor was killed is gone; a job of #id is none"() {
    given:
    def target = target('dash', true)

    when:
    LocalShells.run(target, job.start('sleep 2', false, Duration.ofMinutes(1)))
    new ProcessBuilder('kill', '-KILL', new File(folder, 'pid').text.trim()).start().waitFor()

    then:
    new PollingConditions(timeout: 5).eventually { assert state(target).phase() == Job.Phase.GONE }

    when:
    new Job(id)

    then:
    thrown(kit.spi.PlanException)

    where:
    id << ['', '../etc', 'X' * 32]
  }

  private Job.State state(target) { Job.state(LocalShells.run(target, job.look()).text()) }

  private void ended(target) {
    new PollingConditions(timeout: 20, delay: 0.2).eventually { assert state(target).phase() == Job.Phase.ENDED }
  }

  private static boolean running(String mark) {
    new ProcessBuilder('ps', '-ef').start().inputStream.text.contains("sleep $mark")
  }

  private target(String shell, boolean setsid) {
    connections = LocalShells.connections(shell, setsid ? [:] : [path: without as String])
    connections.open('here', Optional.empty())
  }
}
