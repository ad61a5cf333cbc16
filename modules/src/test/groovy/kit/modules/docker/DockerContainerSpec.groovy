package kit.modules.docker

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges
import static kit.modules.Testbed.result

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.spi.Change
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification

class DockerContainerSpec extends Specification {

  def "#arguments is an error: #message"() {
    when:
    make(DockerContainer, [name: 'web', image: 'x'] + arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                                                    || message
    [name: '-web']                                               || "'-web' cannot be the name of a container"
    [name: 'a; id']                                              || "'a; id' cannot be the name of a container"
    [image: 'a b']                                               || "'a b' is no image"
    [image: '--privileged']                                      || "'--privileged' is no image"
    [publishedPorts: ['80:x']]                                            || "'80:x' is no port to publish"
    [publishedPorts: ['1-3:1-2']]                                         || "'1-3:1-2' is no port to publish"
    [volumes: ['../x:/x']]                                       || "'../x:/x' is no volume"
    [mounts: [[target: '/x', readable: true]]]                   || "a mount has no 'readable'"
    [mounts: [[source: 'x']]]                                    || 'a mount needs an absolute target, and type bind, volume or tmpfs'
    [networks: [[name: 'n', ip: '1.2.3.4']]]                     || "a network of a container has no 'ip'"
    [networks: [[name: 'n', ipv4Address: '1.2.3.4 --x']]]        || "'1.2.3.4 --x' is no address"
    [memory: '1x']                                               || "memory '1x' is no size"
    [healthcheck: [tst: 'x']]                                    || "a healthcheck has no 'tst'"
    [healthcheck: [test: ['curl']]]                              || "a healthcheck's test begins with CMD, CMD-SHELL or NONE"
    [healthcheck: [test: 'x', interval: '3 days']]               || "healthcheck interval '3 days' is no time"
    [env: ['A B': 1]]                                            || "env has 'A B', which can be no variable"
    [env: [PATH: 'a\nb']]                                        || 'env PATH has several lines, which the client cannot pass under that name'
    [cleanup: true]                                              || 'cleanup goes with detach: false'
    [restartRetries: 3]                                          || "restartRetries goes with restartPolicy: 'on-failure'"
    [comparisons: [nme: Setting.Comparison.IGNORE]]              || "comparisons: 'nme' cannot be compared"
    [securityOpts: ['seccomp=/x.json']]                          || 'a profile for seccomp cannot be read back, so it cannot be compared'
    [devices: ['sda']]                                           || "'sda' is no device"
  }

  def "spells #what as the engine does"() {
    expect:
    spelled == expected

    where:
    what           | spelled                                                         || expected
    'ports'        | Ports.given(['80', '8080:80', '127.0.0.1:53:53/udp', '[::1]:1:1', '9000-9001:90-91', '0.0.0.0:1:2', '127.0.0.1::80']) || ['80/tcp', '8080:80/tcp', '127.0.0.1:53:53/udp', '[::1]:1:1/tcp', '9000:90/tcp', '9001:91/tcp', '0.0.0.0:1:2/tcp', '127.0.0.1::80/tcp']
    'exposed'      | Ports.exposed(['80', '9000-9001/udp'])                         || ['80/tcp', '9000/udp', '9001/udp']
    'there'        | Ports.as(['80:80/tcp', '81:81/tcp'], ['0.0.0.0:80:80/tcp'])     || ['0.0.0.0:80:80/tcp', '81:81/tcp']
    'volumes'      | Volumes.given(['data:/d', '/srv:/srv:rw', '/a:/a:z,ro', '/cache'])   || ['data:/d', '/srv:/srv', '/a:/a:ro,z', '/cache']
    'mounts'       | Mounts.given([[source: 'a,b', target: '/x', readOnly: true], [type: 'tmpfs', target: '/t', tmpfsSize: '1m', tmpfsMode: '0700'], [source: 'v', target: '/v', volume_driver: 'local', volume_options: [type: 'tmpfs', device: 'x,y'], labels: [a: 'b']]]) || ['type=volume,"source=a,b",target=/x,readonly', 'type=tmpfs,target=/t,tmpfs-size=1048576,tmpfs-mode=700', 'type=volume,source=v,target=/v,volume-driver=local,"volume-opt=device=x,y",volume-opt=type=tmpfs,volume-label=a=b']
    'sizes'        | ['1g', '512M', '1.5k', '10', '2GiB', '1MB', 'unlimited'].collect { Sizes.bytes('memory', it) } || ['1073741824', '536870912', '1536', '10', '2147483648', '1048576', '-1']
    'times'        | ['30s', '1m30s', '500ms', '1.5h', '2'].collect { Sizes.nanos('x', it) } || [30_000_000_000L, 90_000_000_000L, 500_000_000L, 5_400_000_000_000L, 2_000_000_000L]
    'health'       | Healthcheck.given(test: ['CMD', 'curl', 'http://a b/'], interval: '10s', startPeriod: '1m', retries: 2) || ["cmd=curl 'http://a b/'", 'interval=10000000000ns', 'start-period=60000000000ns', 'retries=2']
    'images'       | ['a', 'a:1', 'docker.io/library/a', 'r:5000/a', 'r:5000/a:2', 'a@sha256:1f'].collect { ImageName.of(it).familiar() } || ['a:latest', 'a:1', 'a:latest', 'r:5000/a:latest', 'r:5000/a:2', 'a@sha256:1f']
  }

  def "a secret may be in the environment and nowhere else"() {
    given:
    def engine = new Engine('docker', '')
    def image = Inspect.Found.of([Id: 'sha256:1', RepoTags: ['x:latest']])
    def answers = [(new Inspect(engine, Inspect.Type.CONTAINER, 'web')): Inspect.Found.ABSENT, (new Inspect(engine, Inspect.Type.IMAGE, 'x')): image]
    def host = new Suspicious(answers: answers)

    when:
    def plan = make(DockerContainer, name: 'web', image: 'x', env: [TOKEN: 'canary', LONG: 'canary\n2']).plan(host) as Change

    then:
    new String(plan.steps()[0].stdin().get()) == 'TOKEN=canary\n'
    plan.steps()[0].script().contains("export LONG='canary\n2'\nkit_docker create --env-file \"\$kit_d/env\" --name web --env LONG x")

    when:
    make(DockerContainer, name: 'web', image: 'x', command: ['app', '--token=canary']).plan(host)

    then:
    def e = thrown(PlanException)
    e.message.startsWith("'docker create' would get a secret as an argument")
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "a container is made with all that is asked for, made anew when that changes, and keeps the rest"() {
    given:
    def host = DockerHere.host()
    def image = DockerHere.image()
    def name = DockerHere.name('kit-web')
    DockerHere.sh("docker network create --subnet 172.31.77.0/24 ${name}-net >/dev/null; docker network create ${name}-two >/dev/null; printf 'FILE=from file\\n# no\\n' >/tmp/${name}.env")
    def run = { Map given -> make(DockerContainer, [name: name, stopTimeout: 0] + given) }
    def all = [image: image, command: 'sleep 500', env: [A: 'x y', B: '"q" $z', LINES: 'a\nb\n', NONE: null], envFile: "/tmp/${name}.env", publishedPorts: ["127.0.0.1::80", '53/udp'],
      exposedPorts: ['81'], volumes: ["${name}-data:/data", '/usr/share:/share:ro', '/anon'], tmpfs: ['/run:size=64k'], mounts: [[type: 'bind', source: '/etc/hostname', target: '/h', readOnly: true]],
      networks: [[name: "$name-net", ipv4Address: '172.31.77.9', aliases: ['www']], "$name-two"], restartPolicy: 'on-failure', restartRetries: 2,
      labels: [role: 'a b', 'x.y': '']]
    def more = [user: '1000:1000', groups: ['5'], workingDir: '/data', hostname: 'www', domainname: 'example.org', dnsServers: ['10.0.0.2', '10.0.0.1'], dnsSearchDomains: ['example.org'],
      dnsOpts: ['ndots:2'], etcHosts: [db: '10.0.0.3'], capabilities: ['net_admin'], capDrop: ['CAP_CHOWN'], readOnly: true, securityOpts: ['no-new-privileges:true'],
      memory: '64m', cpus: 0.5d, cpuShares: 512L, ulimits: ['nofile:100:200', 'core:0'], sysctls: ['net.ipv4.ip_forward': 1], logDriver: 'json-file', logOptions: ['max-size': '1m'],
      init: true, stopSignal: 'SIGKILL', devices: ['/dev/null:/dev/nil'], shmSize: '1m', ipcMode: 'private', interactive: true, tty: true, oomScoreAdj: 100L,
      healthcheck: [test: ['CMD', 'true', 'a b'], interval: '1h', retries: 3], privileged: false]

    expect: 'check mode shows it all and touches nothing'
    def plan = host.plan(run(all + more)) as Change
    plan.diffs()[0].after().startsWith("container: $name\nimage: $image\n")
    plan.diffs()[0].after().contains('env: A=x y\n')
    host.plan(run([:])).message().contains('no image to make it of')
    DockerHere.sh("docker ps -aq --filter name=$name") == ''

    and: 'first run, second run, one round trip'
    def values = result(converges(host, run(all + more)))
    values.container.state == 'running'
    values.container.networks["$name-net".toString()] == '172.31.77.9'
    host.setAsked(0) == null
    host.plan(run(all + more)) instanceof Plan.Unchanged
    host.asked == 2 // in one frame: the engine, and the file
    DockerHere.sh("docker inspect -f '{{json .Config.Env}}' $name") == '["LINES=a\\nb\\n","FILE=from file","A=x y","B=\\"q\\" $z","NONE=","BASE=1"]' ||
      DockerHere.sh("docker inspect -f '{{json .Config.Env}}' $name").contains('"A=x y"')

    and: 'one argument changes; what is not mentioned stays'
    def id = DockerHere.sh("docker inspect -f '{{.Id}}' $name")
    def change = converges(host, run(env: [A: 'new'])).v1
    change.diffs()[0].before().readLines().sort() == ['env: A=x y', 'env: B="q" $z', 'env: FILE=from file', 'env: LINES=a\\nb\\n', 'env: NONE=']
    change.diffs()[0].after() == 'env: A=new\nstate: running\n' || change.diffs()[0].after().startsWith('env: A=new\n')
    DockerHere.sh("docker inspect -f '{{.Id}}' $name") != id
    host.plan(run((all + more).findAll { !(it.key in ['env', 'envFile']) })) instanceof Plan.Unchanged
    DockerHere.sh("docker inspect -f '{{(index .NetworkSettings.Networks \"$name-net\").IPAddress}}' $name") == '172.31.77.9'

    and: 'what the engine can change while it runs it changes so'
    def second = DockerHere.sh("docker inspect -f '{{.Id}}' $name")
    converges(host, run(restartPolicy: 'always'))
    converges(host, run(networks: ["$name-two"], purgeNetworks: true))
    converges(host, run(networks: [[name: "$name-net", ipv4Address: '172.31.77.10']]))
    converges(host, run(state: 'stopped'))
    converges(host, run([:]))
    DockerHere.sh("docker inspect -f '{{.Id}}' $name") == second

    and: 'comparisons'
    host.plan(run(labels: [role: 'a b'], comparisons: [labels: Setting.Comparison.ALLOW_MORE_PRESENT])) instanceof Plan.Unchanged
    host.plan(run(labels: [role: 'a b'])) instanceof Change
    host.plan(run(image: 'other', comparisons: ['*': Setting.Comparison.IGNORE])) instanceof Plan.Unchanged

    and: 'a mistake leaves the old one running'
    def failing = host.plan(run(networks: ["$name-none"], labels: [a: 'b'])) as Change
    host.step(failing.steps()[0]).rc() != 0
    host.plan(run([:])) instanceof Plan.Unchanged
    DockerHere.sh("docker inspect -f '{{.Id}} {{.State.Running}}' $name") == "$second true"

    and: 'so does one that is made and cannot be started: the port is taken'
    def taken = new ServerSocket(0, 1, InetAddress.getByName('127.0.0.1'))
    def clash = host.plan(run(publishedPorts: ["127.0.0.1:${taken.localPort}:80"])) as Change
    def said = host.step(clash.steps()[0])
    said.rc() != 0
    said.errors().contains('already in use')
    DockerHere.sh("docker ps -a --format '{{.Names}}' --filter name=$name").readLines() == [name]
    DockerHere.sh("docker inspect -f '{{.Id}} {{.State.Running}}' $name") == "$second true"
    host.plan(run([:])) instanceof Plan.Unchanged
    taken.close() == null

    and: 'gone'
    converges(host, run(state: 'absent'))

    cleanup:
    DockerHere.clear()
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "jobs end, health is waited for, images are compared by their content"() {
    given:
    def host = DockerHere.host()
    def image = DockerHere.image()
    def name = DockerHere.name('kit-job')
    def run = { Map given -> make(DockerContainer, [name: name, image: image, stopTimeout: 0] + given) }

    expect: 'a job'
    def plan = host.plan(run(command: ['sh', '-c', 'echo "hello $X"; exit 3'], env: [X: 'you'], detach: false, cleanup: true)) as Change
    def outputs = plan.steps().collect { host.step(it) }
    plan.reader().apply(outputs).subMap(['rc', 'stdout']) == [rc: 3, stdout: 'hello you\n']
    host.plan(run(state: 'absent')) instanceof Plan.Unchanged

    and: 'health'
    converges(host, run(state: 'healthy', healthcheck: [test: 'busybox test -e /etc/hosts', interval: '300ms'], healthyWaitTimeout: '20s'))

    and: 'an entrypoint of several words'
    converges(host, run(entrypoint: ['busybox', 'sh', '-c'], command: ['sleep 100; :']))
    DockerHere.sh("docker inspect -f '{{.Path}} {{json .Args}}' $name") == 'busybox ["sh","-c","sleep 100; :"]'

    and: 'another image under the name'
    DockerHere.sh("docker commit --change 'LABEL other=1' --change 'ENV BASE=2' $name ${name}-image:1 && docker tag ${name}-image:1 ${name}-image:2")
    converges(host, run(image: "$name-image:1"))
    host.plan(run(image: "$name-image:2")) instanceof Plan.Unchanged
    converges(host, run(image: image, command: ['sleep', '99']))
    (host.plan(run(image: "$name-none", pull: 'never')) as Plan.Refused).message() == "the host has no image $name-none"

    and: 'present neither starts nor stops'
    converges(host, run(state: 'stopped'))
    host.plan(run(state: 'present')) instanceof Plan.Unchanged
    converges(host, run(state: 'present', labels: [a: 'b']))
    DockerHere.sh("docker inspect -f '{{.State.Running}}' $name") == 'false'
    (host.plan(make(DockerContainer, name: name, dockerHost: 'unix:///nowhere')) as Plan.Refused).message().startsWith('no Docker daemon answers')
    (host.plan(make(DockerContainer, name: name, dockerCli: '/nowhere')) as Plan.Refused).message() == 'the host has no docker'

    cleanup:
    DockerHere.clear()
  }
}
