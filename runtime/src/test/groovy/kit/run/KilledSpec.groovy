package kit.run

import java.nio.file.Files
import java.util.concurrent.CountDownLatch
import java.util.concurrent.FutureTask
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicBoolean

/** Kit is killed at many points of what passes between it and a host; nothing that is owed is lost. */
class KilledSpec extends HostSpec {

  static final POINTS = 20

  static final PLAY = '''\
    play('P') {
      hosts 'all'
      become()
      task('Look') { shell('echo begin', readOnly: true).rc }
      task('Change') { copy dest: '/srv/killed/conf', content: 'new', notify: 'restart' }
      task('After') { 4.times { shell("echo after $it", changedWhen: false).rc } }
      handler('restart') {
        3.times { shell("echo handler $it", changedWhen: false).rc }
        shell 'echo run >>/srv/killed/log'
        3.times { shell("echo handled $it", changedWhen: false).rc }
      }
    }
    '''.stripIndent()

  def "killed at each of 20 points from the change to the handler's end, the handler has run after the next run"() {
    given: 'a whole run tells how many bytes pass until it can begin to change anything, and in all'
    def lanes = ['d1', 'd2'].collect { new Lane(it) }
    def measured = lanes*.measured()

    when: 'two hosts side by side'
    def tasks = lanes.withIndex().collect { lane, i ->
      def (connected, all) = measured[i]
      def points = (0..<POINTS).findAll { it % 2 == i }
      def task = new FutureTask(() -> points.collectEntries { [it, lane.killedAt(connected + ((all - connected) * it).intdiv(POINTS))] })
      Thread.start { task.run() }
      task
    }
    def outcomes = tasks.collectMany { it.get().entrySet() }

    then:
    outcomes*.key.toUnique().size() == POINTS
    outcomes.every { it.value.first >= 1 && it.value.first == it.value.second }
    outcomes.count { it.value.owed } > POINTS / 4

    cleanup:
    lanes*.close()
  }

  /** A host, and a site of its own for it. */
  private class Lane {
    final String host
    final Wire wire
    final Site site

    Lane(String host) {
      this.host = host
      wire = new Wire(hosts.port(host))
      site = new Site(Files.createDirectory(temp.resolve(host)), null)
      def known = site.write('known_hosts', hosts.keysOf(host).replace(hosts.port(host), wire.port))
      site.hosts(hosts.line(host, ansible_port: wire.port, ansible_ssh_common_args: "'-o UserKnownHostsFile=$known'"))
    }

    /** How many bytes pass until the change can begin, and in all. */
    List<Long> measured() {
      assert site.run(PLAY.replaceAll(/(?s)task\('Change.*/, '}')).code == 0
      long connected = wire.passed.getAndSet(0)
      fresh()
      assert site.run(PLAY).code == 0
      [connected, wire.passed.get()]
    }

    /** How often the handler has run after the next run, and after one more. */
    Map killedAt(long point) {
      fresh()
      wire.passed.set(0)
      def begun = new CountDownLatch(1)
      def reached = new CountDownLatch(1)
      def cut = new AtomicBoolean()
      Site.Running running = null
      wire.gate = { long before, int count ->
        if (before + count <= point) return count
        if (cut.getAndSet(true)) return 0
        begun.await()
        running.signal('KILL')
        reached.countDown()
        point - before
      }
      running = site.start(PLAY)
      begun.countDown()
      reached.await(30, TimeUnit.SECONDS)
      assert running.await(30).code == 137
      wire.gate = { long before, int count -> count }
      boolean owed = Files.exists(site.folder.resolve(".kit/${host}.handlers"))
      [owed: owed, first: again(), second: again()]
    }

    private int again() {
      def ran = site.run(PLAY)
      assert ran.code == 0: ran
      hosts.on(host, 'wc -l </srv/killed/log') as int
    }

    private void fresh() {
      hosts.on(host, 'rm -rf /srv/killed; mkdir /srv/killed; touch /srv/killed/log')
      Files.deleteIfExists(site.folder.resolve(".kit/${host}.handlers"))
    }

    void close() {
      wire.close()
      hosts.on(host, 'rm -rf /srv/killed')
    }
  }
}
