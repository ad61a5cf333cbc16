package kit.transport.docker

import static kit.shell.LocalShells.run
import static kit.shell.LocalShells.write

import java.nio.file.Files
import java.time.Duration
import java.util.concurrent.TimeUnit
import kit.model.Become
import kit.model.KitException
import kit.shell.Connections
import kit.target.Target
import kit.target.Unreachable
import kit.transport.Containers
import kit.transport.Endpoints
import kit.transport.Password
import kit.transport.Testbed
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(90)
class DockerTransportSpec extends Specification {
  @Shared Testbed bed = Testbed.need()
  @Shared @AutoCleanup Containers containers = new Containers(bed)
  @Shared Map<String, String> names = [:]
  @AutoCleanup
  Connections connections

  def setupSpec() {
    names.busybox = containers.start('busybox')
    names.debian = containers.start([:], 'debian', 'd1')
    names.daemon = containers.start('daemon', 'd1', arguments: ['--network', 'none', '--user', 'daemon:daemon'])
    names.stopped = containers.start('stopped')
    Testbed.local('docker', 'kill', names.stopped)
    names.paused = containers.start('paused')
    Testbed.local('docker', 'pause', names.paused)
  }

  def cleanupSpec() { Testbed.local('docker', 'unpause', names.paused) }

  Target open(Map vars = [:], Map settings = [:], String name, Become become = null, Client client = null) {
    def all = [ansible_connection: 'docker', ansible_host: names[name] ?: name] + vars
    connections = new Connections(new Endpoints({ all }, bed.settings(settings)).&of, client ? new DockerTransport(client) : new DockerTransport())
    connections.open(name, Optional.ofNullable(become))
  }

  def "in #name as #vars becoming #become commands run as #user"() {
    when:
    def target = open(vars, password ? [becomePassword: Password.of(password)] : [:], name, become ? new Become(become, method) : null)

    then:
    run(target, 'id -un; cat').text() == "$user\n"
    target.user() == user

    where:
    name      | vars                          | become   | method | password    || user
    'busybox' | [:]                           | null     | ''     | null        || 'root'
    'busybox' | [ansible_user: 'root']        | 'root'   | 'sudo' | null        || 'root'
    'busybox' | [ansible_user: '4711']        | 'root'   | 'sudo' | null        || 'root'
    'busybox' | [ansible_user: '4711']        | 'root'   | 'doas' | 'whatever'  || 'root'
    'debian'  | [:]                           | null     | ''     | null        || 'root'
    'debian'  | [ansible_user: 'deploy']      | null     | ''     | null        || 'deploy'
    'debian'  | [ansible_docker_user: 'deploy'] | 'root' | 'sudo' | null        || 'root'
    'debian'  | [ansible_user: 'secretive']   | 'root'   | 'sudo' | 'become-me' || 'root'
    'debian'  | [ansible_user: 'root']        | 'daemon' | 'su'   | null        || 'daemon'
    'debian'  | [ansible_connection: 'community.docker.docker_api'] | 'deploy' | 'sudo' | null || 'deploy'
    'daemon'  | [:]                           | null     | ''     | null        || 'daemon'
    'daemon'  | [ansible_user: 'root']        | null     | ''     | null        || 'root'
  }

  def "a file of 10 MB arrives in #name whole, and what a command says too"() {
    given:
    def bytes = new byte[10_000_000]
    new Random(7).nextBytes(bytes)
    def target = open(name)

    when:
    def written = write(target, path: '/tmp/big', content: bytes)
    def back = run(target, 'cat /tmp/big | sha256sum; cut -c1-300000 /dev/zero 2>/dev/null | head -c 200000; echo err >&2; exit 3')

    then:
    written.rc() == 0
    back.text().startsWith(java.security.MessageDigest.getInstance('SHA-256').digest(bytes).encodeHex().toString())
    back.errors() == 'err\n'
    back.rc() == 3

    where:
    name << ['busybox', 'debian']
  }

  def "says what is wrong: #message"() {
    when:
    run(open(vars, settings.collectEntries { k, v -> [k, Password.of(v)] }, name, become), 'id')

    then:
    def e = thrown(KitException)
    e.problems()[0].message().replace(containers.mark, 'M') ==~ message
    e.problems()[0].hint().contains(hint)

    where:
    name       | vars                            | settings | become || message                                                  | hint
    'kit-none' | [ansible_user: 'root']          | [:]      | null   || /there is no container kit-none/                         | 'docker ps -a'
    'kit-none' | [:]                             | [:]      | null   || /there is no container kit-none/                         | 'docker ps -a'
    'stopped'  | [ansible_user: 'root']          | [:]      | null   || /the container M-stopped \(host stopped\) is not running/ | 'docker start'
    'paused'   | [:]                             | [:]      | null   || /the container M-paused \(host paused\) is paused/       | 'docker unpause'
    'busybox'  | [ansible_user: 'nobody-there']  | [:]      | null   || /there is no user nobody-there in the container M-busybox .*/ | 'ansible_user'
    'busybox'  | [ansible_user: '--privileged']  | [:]      | null   || /'--privileged' is no name of a user/                    | ''
    'debian'   | [ansible_user: 'secretive']     | [:]      | new Become('root', 'sudo') || /sudo on debian wants a password/    | '--ask-become-pass'
    'debian'   | [ansible_user: 'secretive']     | [becomePassword: 'wrong'] | new Become('root', 'sudo') || /sudo refused the password.*/ | '--ask-become-pass'
    'busybox'  | [ansible_user: '4711']          | [:]      | new Become('nobody-there', 'sudo') || /there is no user nobody-there in the container M-busybox .*/ | 'become'
    'busybox'  | [ansible_docker_docker_host: 'unix://nowhere/docker.sock', ansible_user: 'root'] | [:] | null || /docker's engine is not reached: .*unix:\/\/\/nowhere\/docker.sock.*/ | 'DOCKER_HOST'
    'busybox'  | [ansible_docker_docker_host: 'tcp://127.0.0.1:1'] | [:] | null || /docker's engine is not reached: .*/                | 'DOCKER_HOST'
    'busybox'  | [ansible_docker_extra_args: '--context=nowhere'] | [:] | null || /docker's engine is not reached: .*nowhere.*/        | 'docker context'
    'busybox'  | [ansible_docker_extra_args: "-H 'tcp"] | [:] | null   || /.*ansible_docker_extra_args of busybox.*/               | ''
    'busybox'  | [ansible_docker_extra_args: '--bogus', ansible_user: 'root'] | [:] | null || /docker gives no shell in M-busybox: unknown flag: --bogus/ | 'docker --bogus exec -it'
    'busybox'  | [ansible_docker_tls_hostname: 'x'] | [:]   | null   || /.*ansible_docker_tls_hostname of busybox.*/             | 'ansible_docker_docker_host'
  }

  def "a hostile name #name is refused, not executed"() {
    when:
    run(open(name), 'id')

    then:
    def e = thrown(Unreachable)
    e.message.contains('is no name of a container')

    where:
    name << ['-rm', '--privileged', 'a b', 'a;touch /tmp/kit-hostile', '$(id)', 'a\nb', '../images', 'a/b', '{{ x }}', "a'b"]
  }

  def "without docker's client that is said"() {
    when:
    run(open(vars, [:], 'busybox', null, new Client(['/nonexistent/docker'])), 'id')

    then:
    def e = thrown(Unreachable)
    e.message.contains("docker's client is needed for busybox and cannot be started")
    e.problems()[0].hint().contains('docker-cli')

    where:
    vars << [[:], [ansible_user: 'root']]
  }

  def "an engine that does not answer is given up"() {
    when:
    open([ansible_timeout: 1], [:], 'busybox', null, new Client(['sh', '-c', 'exec sleep 60', 'docker']))

    then:
    def e = thrown(Unreachable)
    e.message.contains('did not answer within 1 s')
  }

  def "without sh in the container that is said"() {
    given:
    def name = containers.start('bare')
    containers.inside(name, 'rm /bin/sh')

    when:
    run(open(name, ansible_user: 'root'), 'id')

    then:
    def e = thrown(Unreachable)
    e.message.startsWith("there is no sh in the container $name")
  }

  def "a command over its time ends in #name with its children, and the shell goes on"() {
    given:
    def target = open(vars, [:], name, become)

    when:
    long start = System.nanoTime()
    def output = run(target, 'setsid sleep 7101 & sleep 7102 & sleep 7103', timeout: Duration.ofSeconds(1))

    then:
    output.timedOut()
    System.nanoTime() - start < 15_000_000_000L
    !containers.inside(names[name], 'cat /proc/[0-9]*/cmdline').contains('sleep\0' + '710')
    run(target, 'echo on').text() == 'on\n'

    where:
    name      | vars                     | become
    'busybox' | [ansible_user: 'root']   | null
    'debian'  | [:]                      | null
    'debian'  | [ansible_user: 'deploy'] | new Become('root', 'sudo')
  }

  def "when the controller is lost, what ran in #name as #vars #become ends by itself"() {
    given:
    def target = open(vars, [:], name, become)
    def file = "/tmp/started-${System.nanoTime()}"
    def running = Thread.start { try { run(target, "touch $file; sleep 7201") } catch (KitException lost) { } }
    10.times { if (!containers.inside(names[name], "ls $file 2>&1").startsWith("$file\n")) sleep 300 }

    when: 'the client ends at once, as with the controller'
    def client = ProcessHandle.current().children().filter { it.info().arguments().map { a -> a.contains(names[name]) }.orElse(false) }.toList()
    client.each { it.destroyForcibly() }
    running.join(10_000)
    def left = true
    for (int i = 0; i < 40 && left; i++) {
      sleep 250
      left = containers.inside(names[name], 'cat /proc/[0-9]*/cmdline').contains('sleep\0' + '7201')
    }

    then:
    client.size() == 1
    !running.alive
    !left

    where:
    name      | vars                     | become
    'busybox' | [ansible_user: 'root']   | null
    'debian'  | [ansible_user: 'deploy'] | null
    'debian'  | [ansible_user: 'deploy'] | new Become('root', 'sudo')
    'debian'  | [ansible_user: 'root']   | new Become('deploy', 'sudo')
  }

  def "a container that nobody reaps in is left as it was"() {
    given:
    def before = containers.inside(names.debian, 'ps -e -o stat= | grep -c Z')

    when:
    3.times {
      def target = open('debian')
      write(target, path: '/tmp/small', content: 'x' * 100_000)
      run(target, 'true')
      connections.close()
    }
    sleep 1500

    then:
    containers.inside(names.debian, 'ps -e -o stat= | grep -c Z') == before
    !containers.inside(names.debian, 'ps -e -o args=').contains('kit_')
  }

  def "Ctrl-C on a terminal does not reach docker's client"() {
    given:
    def target = open('busybox', ansible_user: 'root')

    when:
    def own = Testbed.local('sh', '-c', 'cut -d" " -f5 /proc/self/stat')
    def groups = ProcessHandle.current().children().filter { it.info().arguments().map { a -> a.contains(names.busybox) }.orElse(false) }
      .map { new File("/proc/${it.pid()}/stat").text.split(' ')[4] }.toList()

    then:
    run(target, 'true').rc() == 0
    groups && groups.every { it != own.trim() }
  }

  def "a container that is paused under a command is given up"() {
    given:
    def name = containers.start('freezes')
    def target = open(name)
    run(target, 'true')
    long start = System.nanoTime()

    when:
    Thread.start { sleep 500; Testbed.local('docker', 'pause', name) }
    run(target, 'sleep 60')

    then:
    def e = thrown(Unreachable)
    e.sent()
    e.problems()[0].message() == "the connection to $name was given up: the container $name is paused"
    System.nanoTime() - start < 30_000_000_000L
    !connections.alive(name)

    cleanup:
    Testbed.local('docker', 'unpause', name)
  }

  def "an engine that stops answering is given up"() {
    given: 'a client whose later calls hang'
    def mark = Files.createTempFile('kit-hangs', '')
    def client = new Client(['sh', '-c', "case \"\$*\" in *' ps '*|ps*) [ ! -s $mark ] || exec sleep 600 ;; esac; exec docker \"\$@\"".toString(), 'docker'])
    def target = open([ansible_user: 'root'], [:], 'busybox', null, client)
    run(target, 'true')
    long start = System.nanoTime()

    when:
    mark.toFile() << 'now'
    run(target, 'sleep 60')

    then:
    def e = thrown(Unreachable)
    e.problems()[0].message() == "the connection to busybox was given up: docker's engine has stopped answering"
    System.nanoTime() - start < 40_000_000_000L

    cleanup:
    Files.delete(mark)
  }

  def "a container that ends under a command is told as lost"() {
    given:
    def name = containers.start('ends')
    def target = open(name)
    run(target, 'true')

    when:
    Thread.start { sleep 500; Testbed.local('docker', 'kill', name) }
    run(target, 'sleep 30')

    then:
    def e = thrown(Unreachable)
    e.sent()
    e.message.contains('ended with status 137')
  }
}
