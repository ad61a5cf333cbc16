package kit.engine

import kit.catalog.ModuleCatalog
import kit.model.Become
import kit.model.Invocation
import kit.run.Hosts
import kit.shell.Connections
import kit.transport.Endpoints
import kit.transport.Testbed
import kit.transport.ssh.SshTransport
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** Random sequences of real modules on a real host, whose calls influence one another. */
@Requires(value = { Hosts.there }, reason = Hosts.MISSING)
class RealSequencesSpec extends Specification {

  static final int SEQUENCES = 50
  static final ROOT = '/tmp/kit-sequences'
  static final PATHS = ['a', 'b', 'c', 'd', 'd/a', 'd/b', 'e', 'e/a', 'l']
  static final CATALOG = ModuleCatalog.load(RealSequencesSpec.classLoader)

  @Shared Hosts hosts = new Hosts()
  @Shared @AutoCleanup Connections connections

  def setupSpec() {
    def bed = Testbed.need()
    def settings = bed.settings()
    connections = new Connections(new Endpoints({ bed.variables(it) }, settings).&of, new SshTransport(settings.asker()))
  }

  def cleanupSpec() {
    hosts.on(host, "rm -rf $ROOT")
  }

  def "50 sequences give the same files and the same results as one call at a time, in fewer round trips"() {
    when:
    prepare()
    def together = runAll(false, false)
    def tree = tree()
    prepare()
    def oneByOne = runAll(false, true)
    def treeOneByOne = this.tree()

    then:
    SEQUENCES.times { n ->
      assert together[n].told == oneByOne[n].told: "sequence $n:\n${together[n].calls.join('\n')}"
      assert tree[n] == treeOneByOne[n]: "sequence $n:\n${together[n].calls.join('\n')}"
    }
    together*.trips.sum() < oneByOne*.trips.sum() * 0.8
    together*.told.sum().size() > SEQUENCES * 6
  }

  def "check mode foretells the same either way, and touches nothing"() {
    when:
    prepare()
    def before = tree()
    def together = runAll(true, false)
    def oneByOne = runAll(true, true)

    then:
    SEQUENCES.times { n ->
      assert together[n].told == oneByOne[n].told: "sequence $n:\n${together[n].calls.join('\n')}"
    }
    tree() == before
  }

  static String getHost() { 'd1' }

  private List<Map> runAll(boolean check, boolean oneByOne) {
    (0..<SEQUENCES).collect { n ->
      def calls = sequence(n)
      def stage = new Stage(targets: connections, hosts: [host], check: check, oneByOne: oneByOne)
      def body = { session ->
        calls.each { call ->
          def module = CATALOG.find(call.name).get().bind([], call.arguments, Stage.at(9))
          def result = session.call(new Invocation(call.name, module, Stage.options(call.options), Stage.at(9)))
          if (call.read) result.changed()
        }
      }
      def summary = stage.run(stage.play([Stage.task(body)]))
      [calls: calls, told: told(stage), trips: summary[host].roundTrips()]
    }
  }

  private static List told(Stage stage) {
    stage.events.findAll { it instanceof Event.CallFinished || it instanceof Event.BodyFailed }.collect {
      if (it instanceof Event.BodyFailed) return [it.message()]
      def outcome = it.outcome()
      def values = outcome.values().subMap(['rc', 'stdout', 'mode', 'owner', 'state', 'size'])
      def found = outcome.values().stat?.subMap(['exists', 'mode', 'isdir', 'islnk', 'size', 'checksum', 'pw_name'])
      [it.invocation().name(), outcome.status(), outcome.message(), values, found, outcome.diffs()*.after()]
    }
  }

  /** The same calls for the same number. */
  static List<Map> sequence(int n) {
    def random = new Random(n)
    (0..<(8 + random.nextInt(8))).collect {
      def (name, arguments) = randomCall(random, "$ROOT/$n")
      def options = [:]
      if (random.nextInt(3) == 0) options.become = Become.ROOT
      if (random.nextInt(5) < 3) options.ignoreErrors = true
      if (random.nextInt(20) == 0) options.check = true
      if (random.nextInt(20) == 0) options.changedWhen = { s, r -> false }
      [name: name, arguments: arguments, options: options, read: random.nextInt(8) == 0]
    }
  }

  private static List randomCall(Random random, String folder) {
    def any = { List from -> from[random.nextInt(from.size())] }
    def path = { "$folder/${any(PATHS)}".toString() }
    def mode = { any(['0644', '0600', '0755', 'u=rw,go=r', 'g+w']) }
    def line = { any(['one', 'two', 'key=1', 'key=2']) }
    switch (random.nextInt(20)) {
      case 0: return ['file', [path: path(), state: 'directory']]
      case 1: return ['file', [path: path(), state: 'directory', mode: any(['0755', '0700'])]]
      case 2: return ['file', [path: path(), state: 'absent']]
      case 3: return ['file', [path: path(), state: 'touch', modificationTime: 'preserve', accessTime: 'preserve']]
      case 4: return ['file', [path: path(), state: 'link', src: any(['a', 'd', 'd/a', 'nowhere']), force: random.nextBoolean()]]
      case 5: return ['file', [path: path(), state: 'hard', src: path()]]
      case 6: return ['file', [path: path(), mode: mode()]]
      case 7: return ['file', [path: path(), state: 'directory', mode: 'u=rwX,go=rX', recurse: true]]
      case 8..9: return ['copy', [dest: path(), content: any(['', 'one\n', 'one\ntwo\n', 'key=1\n'])]]
      case 10: return ['copy', [dest: path(), content: 'fresh\n', force: false, mode: mode()]]
      case 11: return ['copy', [dest: path(), src: path(), remoteSrc: true]]
      case 12: return ['lineinfile', [path: path(), line: line(), regexp: '^key=', create: random.nextBoolean()]]
      case 13: return ['lineinfile', [path: path(), line: line(), state: any(['present', 'absent'])]]
      case 14: return ['blockinfile', [path: path(), block: line(), create: random.nextBoolean()]]
      case 15: return ['replace', [path: path(), regexp: 'key=(.)', replace: 'key=\\1x']]
      case 16: return ['stat', [path: path(), follow: random.nextBoolean()]]
      case 17: return ['command', [cmd: "rm -rf ${path()}".toString(), removes: path()]]
      case 18: return ['shell', [cmd: any(["echo more >>${path()}", "mv ${path()} ${path()}", "ln -sfn a ${path()}",
        "mkdir -p ${path()}", "chmod 640 ${path()}", "cat ${path()}"]).toString()]]
      default: return ['command', [cmd: "cat ${path()}".toString(), readOnly: true]]
    }
  }

  /** Fresh folders, each with something in it that depends on its number only. */
  private void prepare() {
    hosts.on(host, """
      rm -rf $ROOT; mkdir -m 777 $ROOT; cd $ROOT
      n=0
      while [ \$n -lt $SEQUENCES ]; do
        mkdir -m 777 \$n
        [ \$((n % 2)) = 0 ] || { echo one >\$n/a; mkdir -m 777 \$n/d; }
        [ \$((n % 3)) = 0 ] || { echo key=0 >\$n/b; chmod 666 \$n/b; }
        [ \$((n % 5)) = 0 ] || ln -s b \$n/l
        [ \$((n % 7)) = 0 ] || { mkdir -m 777 \$n/e; echo deep >\$n/e/a; }
        n=\$((n + 1))
      done
      chown -R deploy .
      """)
  }

  /** Names, types, modes, owners, links and contents below each folder. */
  private Map<Integer, List<String>> tree() {
    def lines = hosts.on(host, """
      cd $ROOT
      find . -mindepth 1 ! -type f -printf '%P %y %m %u %l\\n'
      find . -type f -printf '%P %y %m %u %n ' -exec md5sum {} \\;
      """).readLines().sort()
    (0..<SEQUENCES).collectEntries { n -> [n, lines.findAll { it.startsWith("$n/") || it.startsWith("$n ") }] }
  }
}
