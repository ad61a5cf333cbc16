package kit.modules.docker

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges
import static kit.modules.Testbed.result

import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.modules.Testbed
import kit.query.Content
import kit.query.FileContent
import kit.spi.Change
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class DockerComposeSpec extends Specification {
  static final CLIENTS = (['sh', '-c', 'command -v docker-compose'].execute().waitFor() == 0 ? ['docker'] : []) + (System.getenv('KIT_COMPOSE_PLUGIN') ? [null] : [])

  @TempDir File dir

  def "#arguments is an error: #message"() {
    when:
    make(DockerCompose, arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                                                       || message
    [:]                                                             || 'give either projectSrc or definition'
    [projectSrc: '/a', definition: [services: [:]]]                 || 'give either projectSrc or definition'
    [definition: [services: [:]]]                                   || 'a definition needs projectName'
    [definition: [a: 1], projectName: 'a']                          || 'the definition has no services'
    [projectSrc: '/a', projectName: 'A b']                          || "projectName 'A b' has more than a-z, 0-9, - and _"
    [projectSrc: '/a', projectName: '../etc']                       || "projectName '../etc' has more than a-z, 0-9, - and _"
    [projectSrc: '/a', services: ['-a']]                            || "'-a' cannot be the name of a service"
    [projectSrc: '/a', services: ['a; rm -rf /']]                   || "'a; rm -rf /' cannot be the name of a service"
    [projectSrc: '/a', scale: [a: -1]]                              || 'scale of a is below 0'
    [projectSrc: '/a', removeVolumes: true]                         || "removeVolumes goes with state: 'absent'"
    [projectSrc: '/a', files: ['-']]                                || "'-' is no file on the host"
    [projectSrc: 'a']                                               || "projectSrc 'a' is not absolute"
    [projectSrc: '/a', dockerHost: '']                              || "dockerHost '' is no address"
  }

  def "what the client complains of is told once: #error"() {
    given:
    def look = new ComposeLook(new ComposeSource(new Engine('docker', ''), '/srv', '', [], [], [], ''), false, false)
    def host = new Suspicious(answers: [(look): ComposeState.failed(error)])

    expect:
    (make(DockerCompose, projectSrc: '/srv').plan(host) as Plan.Refused).message() == message

    where:
    error                                                                            || message
    'kit: no docker\n'                                                               || 'the host has no docker'
    'kit: no compose'                                                                || "the host has neither Docker's compose plugin nor docker-compose"
    'Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?' || 'no Docker daemon answers: Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?'
    'Got permission denied while trying to connect to the Docker daemon socket'      || 'this user may not speak to the Docker daemon'
  }

  def "reads what Compose makes of a definition"() {
    expect:
    ComposeService.read('''\
      name: app
      services:
        "web":
          command:
            - sh
            - "depends_on: x"
          depends_on:
            db:
              condition: service_started
              required: true
            migrate:
              condition: service_completed_successfully
          image: x
          scale: 2
        db:
          deploy:
            replicas: 3
          environment:
            scale: "9"
        migrate: {}
      networks:
        default:
          name: app_default
      '''.stripIndent()) == [web: new ComposeService(2, ['db', 'migrate'] as Set, ['migrate'] as Set),
      db: new ComposeService(3, [] as Set, [] as Set), migrate: new ComposeService(-1, [] as Set, [] as Set)]
  }

  def "a definition is written as YAML"() {
    expect:
    YamlText.of([services: [web: [image: 'a/b:1', ports: ['80:80', 443], environment: [A: 'yes', 'B C': 'x\ny "q"', N: null, E: [:]], tags: [[a: 1], []]]]]) == '''\
      services:
        web:
          image: "a/b:1"
          ports:
            - "80:80"
            - 443
          environment:
            A: "yes"
            "B C": "x\\u000ay \\"q\\""
            "N": null
            E: {}
          tags:
            -
              a: 1
            - []
      '''.stripIndent()
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "a project comes, changes, stops and goes with #tool"() {
    given:
    def host = DockerHere.host()
    def image = DockerHere.image()
    def project = DockerHere.name('kit-shop')
    def src = new File(dir, 'kit shop')
    src.mkdirs()
    def yml = new File(src, 'docker-compose.yml')
    def services = { String value, String more = '' ->
      """\
      services:
        web: {image: '$image', command: sleep 999, environment: {A: "$value"}, stop_signal: SIGKILL, depends_on: {job: {condition: service_completed_successfully}}}
        job: {image: '$image', command: 'true', entrypoint: ["/bin/busybox"]}
        two: {image: '$image', deploy: {replicas: 2}, stop_signal: SIGKILL, volumes: ['data:/data']}
        extra: {image: '$image', profiles: [more], stop_signal: SIGKILL}
        $more
      volumes: {data: {}}
      """.stripIndent()
    }
    yml.text = services('1')
    def compose = { Map more -> make(DockerCompose, [projectSrc: src.path, projectName: project, dockerCli: cli ?: DockerHere.plugin(), timeout: '1s'] + more) }

    expect: 'check mode has a plan and touches nothing'
    def plan = host.plan(compose([:])) as Change
    plan.diffs()[0].after().readLines().sort() == ['job: 1 container', 'two: 2 containers', 'web: 1 container']
    names(project) == []

    and: 'first run, second run; one question'
    def values = result(converges(host, compose(wait2(true))))
    values.project == project
    values.containers*.service == ['job', 'two', 'two', 'web']
    values.containers*.state == ['exited', 'running', 'running', 'running']
    host.setAsked(0) == null
    (host.plan(compose([:])) as Plan.Unchanged).values().containers.size() == 4
    host.asked == 1

    and: 'a changed definition makes that service anew, and no other'
    def two = ids(project, 'two')
    yml.setText(services('2')) == null
    def change = host.plan(compose([:])) as Change
    change.diffs()[0].before().readLines().size() == 1
    change.diffs()[0].before() ==~ /${project}[-_]web[-_]1: definition \w{12}\n/
    host.plan(compose(recreate: 'never')) instanceof Plan.Unchanged
    converges(host, compose([:]))
    ids(project, 'two') == two

    and: 'what has been stopped or killed runs again'
    DockerHere.sh("docker kill ${ids(project, 'web')}")
    (host.plan(compose([:])) as Change).diffs()[0].before() ==~ /.*web[-_]1: exited \(137\)\n/
    host.plan(compose(services: ['two'])) instanceof Plan.Unchanged
    converges(host, compose(wait2(true) + [services: ['web']]))

    and: 'scale, profiles and orphans'
    yml.setText(services('2', "gone: {image: '$image', stop_signal: SIGKILL}")) == null
    converges(host, compose(scale: [two: 1], profiles: ['more']))
    names(project).size() == 5
    yml.setText(services('2')) == null
    converges(host, compose(removeOrphans: true))
    names(project)*.replaceAll(/.*shop[-_](\w+)[-_]\d/) { all, service -> service }.sort() == ['extra', 'job', 'two', 'two', 'web']

    and: 'a new image of the same name'
    def old = DockerHere.sh("docker image inspect -f '{{.Id}}' $image")
    DockerHere.sh("c=\$(docker create $image) && docker commit --change 'LABEL again=${tool[-1]}' \$c $image && docker rm \$c")
    (host.plan(compose([:])) as Change).diffs()[0].before() =~ /definition |image /
    converges(host, compose([:]))

    and: 'a restart restarts each time; what is asked for by recreate too'
    result(applied(host, compose(state: 'restarted'))).changed in [null, true]
    def web = ids(project, 'web')
    result(applied(host, compose(services: ['web'], recreate: 'always', dependencies: false))).changed in [null, true]
    ids(project, 'web') != web
    host.plan(compose(services: ['web'], dependencies: false)) instanceof Plan.Unchanged
    cli || converges(host, compose([:]))
    result(applied(host, compose(build: 'always'))).changed == false

    and: 'stopped, and absent'
    converges(host, compose(state: 'stopped'))
    running(project) == []
    converges(host, compose(state: 'absent', services: ['two']))
    names(project).every { !it.contains('two') }
    applied(host, compose(state: 'absent'))
    names(project) == []
    DockerHere.sh("docker volume ls -q --filter name=$project") != ''
    converges(host, compose(state: 'absent', removeVolumes: true))
    DockerHere.sh("docker volume ls -q --filter name=$project") == ''

    and: 'mistakes'
    (host.plan(compose(services: ['webb'])) as Plan.Refused).message() == "project $project has no service 'webb'"
    host.plan(make(DockerCompose, projectSrc: '/nowhere')).message() == 'Compose cannot read the project in /nowhere: there is no such directory'
    yml.setText('services: {web: {imag: x}}') == null
    (host.plan(compose([:])) as Plan.Refused).message().startsWith("Compose cannot read the project in $src.path: ")

    cleanup:
    DockerHere.clear()

    where:
    cli << CLIENTS
    tool = cli ? 'docker-compose' : 'the plugin'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "an inline definition is kept for its owner and shown line by line with #tool"() {
    given:
    def host = DockerHere.host()
    def image = DockerHere.image()
    def project = DockerHere.name('kit-inline')
    def file = "/var/lib/kit/compose/$project/docker-compose.yml"
    def compose = { Map more = [:], String value ->
      make(DockerCompose, [projectName: project, dockerCli: cli ?: DockerHere.plugin(), timeout: '1s',
        definition: [services: [web: [image: image, environment: [TOKEN: value], stop_signal: 'SIGKILL']]]] + more)
    }

    when:
    def plan = host.plan(compose('it\'s $$ "x"')) as Change

    then:
    !new File(file).exists()
    plan.diffs()[0].title() == file
    plan.diffs()[0].after().contains('TOKEN: "it\'s $$ \\"x\\""\n')

    and:
    converges(host, compose('it\'s $$ "x"'))
    DockerHere.sh("stat -c '%a' $file") == '600'
    DockerHere.sh("docker inspect -f '{{json .Config.Env}}' ${ids(project, 'web')}").contains('TOKEN=it\'s $ \\"x\\"')
    converges(host, compose('new'))
    converges(host, compose('new', state: 'absent'))
    !new File(file).parentFile.exists()

    cleanup:
    DockerHere.clear()

    where:
    cli << CLIENTS
    tool = cli ? 'docker-compose' : 'the plugin'
  }

  def "of a definition with a secret only what is known to be none is shown"() {
    given:
    def definition = [services: [web: [environment: [TOKEN: 'canary']]]]
    def source = new ComposeSource(new Engine('docker', ''), '/var/lib/kit/compose/a', 'a', [], [], [], YamlText.of(definition))
    def state = ComposeState.read('@tool plugin\n@config\nservices:\n  web:\n    image: x\n@hashes\nweb abc\n@project a\n')
    def host = new Suspicious(answers: [(new ComposeLook(source, false, false)): state, (new Content(source.file())): FileContent.of('services:\n  web: older\n'.bytes)])

    when:
    def plan = make(DockerCompose, projectName: 'a', definition: definition).plan(host) as Change

    then:
    plan.diffs()[0].before() == 'services:\n******\n'
    plan.steps()[1].secret()
    plan.steps()[1].mode().get() == 0600
    !plan.steps()*.toString().any { it.contains('Run[') && it.contains('canary') }
  }

  private static Map wait2(boolean on) { [await: on, waitTimeout: '20s'] }

  private static Tuple2 applied(ShellHost host, module) {
    def plan = host.plan(module) as Change
    def outputs = plan.steps().collect { host.step(it) }
    assert outputs*.rc().every { it == 0 }: outputs*.errors().join('\n')
    new Tuple2(plan, outputs)
  }

  private static List<String> names(String project) { list("-a --filter label=com.docker.compose.project=$project --format '{{.Names}}'") }

  private static List<String> running(String project) { list("--filter label=com.docker.compose.project=$project --format '{{.Names}}'") }

  private static String ids(String project, String service) {
    list("-aq --no-trunc --filter label=com.docker.compose.project=$project --filter label=com.docker.compose.service=$service").sort().join(' ')
  }

  private static List<String> list(String rest) { DockerHere.sh("docker ps $rest").readLines().findAll() }
}

/** A host for which the word canary is a secret. */
class Suspicious extends FakeHost {
  @Override
  Optional<String> secret(String text) { text.contains('canary') ? Optional.of('') : Optional.empty() }
}
