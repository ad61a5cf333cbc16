package kit.inventories.docker

import static com.github.tomakehurst.wiremock.client.WireMock.*

import com.github.tomakehurst.wiremock.http.Fault
import java.nio.file.Path
import java.time.Duration
import kit.catalog.Given
import kit.catalog.SourceCatalog
import kit.model.KitException
import kit.model.Location
import kit.spi.inventory.Found
import kit.spi.inventory.Search
import kit.spi.inventory.SourceFailure
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(60)
class DockerSpec extends Specification {
  static final COMPOSE = ['com.docker.compose.project': 'shop', 'com.docker.compose.service': 'web']
  @Shared @AutoCleanup AnEngine engine = new AnEngine()

  Found find(Map settings = [:], Map environment = [:], String plugin = 'docker') {
    def at = new Location('docker.yml', 1, 1)
    def all = [docker_host: engine.url()] + settings
    def given = all.findAll { it.value != null }.collect { Given.named(it.key, it.value, at) }
    SourceCatalog.load(DockerSpec.classLoader).find(plugin).get().bind(given, at)
      .find(new Search(engine.folder, Path.of('/no-home'), { environment[it] }, Duration.ofSeconds(30)))
  }

  Map<String, Object> vars(Map settings, Map environment = [:]) { find(settings, environment).hosts()[0].vars() }

  def "containers are hosts with what the engine tells of them, but not their environment"() {
    given:
    engine.has([name: 'web', labels: COMPOSE + [role: '{{ 7 * 7 }}'], networks: [shop_default: '172.18.0.2', other: '']], [name: 'db', image: 'postgres:15', labels: null])

    when:
    def found = find(plugin ? [:] : [:], [:], plugin)
    def web = found.hosts()[1].vars()

    then:
    found.hosts()*.name() == ['db', 'web']
    found.warnings() == []
    found.hosts()*.groups() == [[], []]
    web.ansible_connection == 'docker'
    web.ansible_host == 'web'
    web.ansible_docker_docker_host == engine.url()
    web.docker_name == '/web'
    web.docker_short_id == web.docker_id.take(13)
    web.docker_labels == COMPOSE + [role: '{{ 7 * 7 }}']
    web.docker_compose_project == 'shop'
    web.docker_compose_service == 'web'
    web.docker_networks == ['shop_default', 'other']
    web.docker_state.Status == 'running'
    web.docker_platform == 'linux'
    web.docker_hostconfig == [NetworkMode: 'default', Memory: 5368709120L]
    web.docker_config.Image == 'nginx:1.24'
    !web.toString().contains('secret-example')
    found.hosts()[0].vars().docker_labels == [:]

    where:
    plugin << ['docker', 'docker_containers', 'community.docker.docker_containers']
  }

  def "the environment is told to who asks for it"() {
    given:
    engine.has([name: 'web'])

    expect:
    vars(env: true).docker_config.Env == ['PASSWORD=secret-example', 'PATH=/bin']
    vars(verbose_output: true).docker_config.Env == null
  }

  def "by ssh with #said a container with #container is at #host port #port"() {
    given:
    engine.has([name: 'web'] + container)

    expect:
    with(vars([connection: 'ssh', unreachable: 'group'] + said)) {
      ansible_ssh_host == host
      ansible_ssh_port == port
      !containsKey('ansible_connection')
    }

    where:
    said                                    | container                                                     || host           | port
    [:]                                     | [ports: ['22/tcp': [[HostIp: '0.0.0.0', HostPort: '2201']]]]  || '127.0.0.1'    | '2201'
    [:]                                     | [ports: ['22/tcp': [[HostIp: '10.1.1.1', HostPort: '2201']]]] || '10.1.1.1'     | '2201'
    [default_ip: '192.0.2.9']               | [ports: ['22/tcp': [[HostIp: '::', HostPort: '2201']]]]       || '192.0.2.9'    | '2201'
    [private_ssh_port: 2222]                | [ports: ['2222/tcp': [[HostIp: '', HostPort: '9']]]]          || '127.0.0.1'    | '9'
    [:]                                     | [ports: ['22/tcp': null]]                                     || ''             | '0'
    [:]                                     | [ports: ['22/tcp': []]]                                       || ''             | '0'
    [:]                                     | [:]                                                           || ''             | '0'
    [address: 'network']                    | [networks: [a: '', b: '172.18.0.5', c: '172.19.0.5']]         || '172.18.0.5'   | '22'
    [address: 'network', network: 'c']      | [networks: [a: '', b: '172.18.0.5', c: '172.19.0.5']]         || '172.19.0.5'   | '22'
    [address: 'network', network: 'd']      | [networks: [a: '172.18.0.5']]                                 || ''             | '0'
  }

  def "what cannot be reached is left out with a warning, marked, or an error"() {
    given:
    engine.has([name: 'a', state: 'exited'], [name: 'b', ports: ['22/tcp': [[HostIp: '', HostPort: '1']]]], [name: 'c'])
    def ssh = [state: 'all', connection: 'ssh']

    when:
    def skipped = find(ssh)
    def marked = find(ssh + [unreachable: 'group'])

    then:
    skipped.hosts()*.name() == ['b']
    skipped.warnings() == ['containers left out: a does not run (exited), c publishes no port 22 (unreachable: group or fail treats them so)']
    marked.hosts().collectEntries { [it.name(), it.groups()] } == [a: ['unreachable'], b: [], c: ['unreachable']]
    marked.warnings() == []

    when:
    find(ssh + [unreachable: 'fail'])

    then:
    def e = thrown(SourceFailure)
    e.message == "the container a at ${engine.url()} does not run (exited)"
    e.hint().contains('skip')
  }

  def "the engine is asked for #said as #query"() {
    given:
    engine.has([name: 'web'])

    when:
    find(said)

    then:
    def asked = engine.server.findAll(getRequestedFor(urlPathMatching('.*/containers/json')))[0]
    asked.queryParameter('all').firstValue() == 'true'
    (asked.queryParameter('filters').isPresent() ? new com.fasterxml.jackson.databind.ObjectMapper().readValue(asked.queryParameter('filters').firstValue(), Map) : [:]) == query

    where:
    said                                                            || query
    [:]                                                             || [status: ['running']]
    [state: ['exited', 'paused']]                                   || [status: ['exited', 'paused']]
    [state: 'all']                                                  || [:]
    [filters: [label: ['a=b', 'c'], network: 'x']]                  || [status: ['running'], label: ['a=b', 'c'], network: ['x']]
    [filters: [status: 'exited']]                                   || [status: ['exited']]
  }

  def "#said picks #names"() {
    given:
    engine.has([name: 'shop-web', labels: [role: 'web', x: '']], [name: 'shop-db', image: 'postgres:15', labels: [role: 'db']], [name: 'other'])

    expect:
    find(said).hosts()*.name() == names

    where:
    said                                                      || names
    [include: [name: 'shop-*']]                               || ['shop-db', 'shop-web']
    [include: [name: ['other', 'shop-?b']]]                   || ['other', 'shop-db']
    [include: [label: 'role']]                                || ['shop-db', 'shop-web']
    [include: [label: 'role=w*']]                             || ['shop-web']
    [include: [label: 'x']]                                   || ['shop-web']
    [include: [image: 'postgres*'], exclude: [label: 'none']] || ['shop-db']
    [exclude: [image: 'nginx:*']]                             || ['shop-db']
    [include: [name: 'shop-*'], exclude: [label: 'role=db']]  || ['shop-web']
    [include: [name: 'none']]                                 || []
  }

  def "groups by #by are #groups"() {
    given:
    engine.has([name: 'web', labels: COMPOSE + ['a b': 'x/y', flag: ''], networks: [shop_default: '1', 'b-c': '2'], image: 'reg:5000/nginx@sha256:ab'])

    expect:
    find(groups_by: by).hosts()[0].groups() == groups

    where:
    by                            || groups
    'label:flag'                  || ['label_flag']
    'label:none'                  || []
    ['label:a b', 'state']        || ['label_a_b_x_y', 'state_running']
    ['image']                     || ['image_reg_5000_nginx_sha256_ab']
    ['network']                   || ['network_shop_default', 'network_b_c']
    ['project', 'service']        || ['project_shop', 'service_web']
    'label'                       || ['label_com_docker_compose_project_shop', 'label_com_docker_compose_service_web', 'label_a_b_x_y', 'label_flag']
  }

  def "Ansible's old groups are there when asked for"() {
    given:
    engine.has([name: 'web', labels: ['com.docker.stack.namespace': 's', 'com.docker.swarm.service.name': 'v']])
    def id = AnEngine.id(name: 'web')

    expect:
    find(add_legacy_groups: true).hosts()[0].groups() as Set ==
      ['image_nginx_1.24', 'stack_s', 'service_v', id, id.take(13), "tcp___127.0.0.1_${engine.server.port()}".toString(), 'running'] as Set
  }

  def "names begin with a prefix where one is given"() {
    given:
    engine.has([name: 'web'])

    expect:
    with(find(name_prefix: 'east-').hosts()[0]) {
      name() == 'east-web'
      vars().ansible_host == 'web'
    }
  }

  def "a container without a name goes by its id, one that goes meanwhile is none, names are told as they are"() {
    given:
    engine.has([name: ''], [name: 'gone'], [name: '-oProxyCommand=x\n'])
    engine.server.stubFor(get(urlPathMatching(".*/containers/${AnEngine.id(name: 'gone')}/json")).willReturn(notFound()))

    expect:
    find().hosts()*.name() == ['-oProxyCommand=x\n', '0' * 13]
    find().hosts()[1].vars().ansible_host == '0' * 64
  }

  def "10 MB of labels are read"() {
    given:
    engine.has([name: 'big', labels: (1..10_000).collectEntries { ["label-$it", 'x' * 1000] }])

    expect:
    vars([:]).docker_labels.size() == 10_000
  }

  def "over TLS the engine is recognised, and leads docker's client there"() {
    given:
    engine.has([name: 'web'])

    when:
    def where = environment.collectEntries { k, v -> [k, v.replace('URL', engine.tlsUrl()).replace('FOLDER', engine.folder.toString())] }
    def its = vars(said + [docker_host: environment ? null : engine.tlsUrl()], where)

    then:
    its.ansible_docker_docker_host == engine.tlsUrl()
    its.ansible_docker_validate_certs == true
    its.ansible_docker_ca_cert == engine.folder.resolve('ca.pem').toString()
    (its.ansible_docker_client_key != null) == (said.client_key || environment)

    where:
    said                                                      | environment
    [validate_certs: true, ca_cert: 'ca.pem']                 | [:]
    [tls: true, tls_verify: true, cacert_path: 'ca.pem']      | [:]
    [validate_certs: true, ca_cert: 'ca.pem', client_cert: 'cert.pem', client_key: 'key.pem'] | [:]
    [:]                                      | [DOCKER_HOST: 'URL', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: 'FOLDER']
  }

  def "an engine that #answer is an error: #message"() {
    given:
    engine.has([name: 'web'])
    if (status) engine.answers(status, body)

    when:
    find(said)

    then:
    def e = thrown(SourceFailure)
    e.message.replaceAll(/:\d+/, ':P') ==~ message
    e.hint().contains(hint)
    !e.message.contains('\n')

    where:
    answer          | status | body                     | said                                   || message                                                              | hint
    'says 403'      | 403    | '<h1>Forbidden</h1>\n'   | [:]                                    || /the engine at tcp:\/\/127.0.0.1:P does not let kit list containers \(403\).*Forbidden.*/ | 'GET /containers'
    'says 500'      | 500    | '{"message":"broken"}'   | [:]                                    || /the engine at .* says 500: .*broken.*/                              | ''
    'is half JSON'  | 200    | '[{"Id": "abc", "Nam'    | [:]                                    || /.* gives an answer that cannot be understood/                       | 'proxy'
    'is HTML'       | 200    | '<html>'                 | [:]                                    || /.* gives an answer that cannot be understood/                       | 'proxy'
    'is not there'  | 0      | ''                       | [docker_host: 'tcp://127.0.0.1:1']     || /the engine at .* cannot be reached: .*/                             | 'DOCKER_HOST'
    'has no socket' | 0      | ''                       | [docker_host: 'unix://no/docker.sock'] || /the engine at unix:\/\/\/no\/docker.sock cannot be reached: .*/     | 'DOCKER_HOST'
    'is ssh'        | 0      | ''                       | [docker_host: 'ssh://root@a']          || /'ssh:.*' is no engine that can be asked/                            | 'ssh -nNT -L'
    'is nonsense'   | 0      | ''                       | [docker_host: 'a b']                   || /'a b' is no engine that can be asked/                               | 'DOCKER_HOST'
    'has no ca'     | 0      | ''                       | [validate_certs: true, ca_cert: 'none.pem'] || /cannot read .*none.pem/                                        | 'PEM'
  }

  def "without #what kit knows nobody it could be"() {
    when:
    find([docker_host: engine.tlsUrl(), validate_certs: true] + said)

    then:
    def e = thrown(SourceFailure)
    e.message.contains(what)
    e.hint().contains('PEM')

    where:
    said                                                                        || what
    [ca_cert: 'empty.pem']                                                      || 'cannot be used'
    [ca_cert: 'ca.pem', client_cert: 'cert.pem', client_key: 'empty.pem']       || 'cannot be used'
    [ca_cert: 'ca.pem', client_cert: 'cert.pem', client_key: 'none.pem']        || 'none.pem'
  }

  def "a key with a passphrase is told as that"() {
    given:
    engine.folder.resolve('locked.pem').toFile().text = '-----BEGIN ENCRYPTED PRIVATE KEY-----\n'

    when:
    find(docker_host: engine.tlsUrl(), validate_certs: true, ca_cert: 'ca.pem', client_cert: 'cert.pem', client_key: 'locked.pem')

    then:
    def e = thrown(SourceFailure)
    e.message.endsWith('locked.pem has a passphrase')
  }

  def "an engine that wants TLS, and one that hangs up under TLS, say what may be missing"() {
    given:
    engine.answers(400, 'Client sent an HTTP request to an HTTPS server.')

    when:
    find()

    then:
    def plain = thrown(SourceFailure)
    plain.hint().contains('DOCKER_TLS_VERIFY')

    when:
    engine.server.resetAll()
    engine.server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)))
    find(docker_host: engine.tlsUrl(), validate_certs: true, ca_cert: 'ca.pem')

    then:
    def e = thrown(SourceFailure)
    e.message.contains('hangs up')
    e.hint().contains('clientCert')
  }

  def "an engine whose certificate nobody vouches for is not talked to"() {
    when:
    find(docker_host: engine.tlsUrl(), validate_certs: true)

    then:
    def e = thrown(SourceFailure)
    e.message.contains('is not trusted, or does not trust kit')
  }

  def "an engine that hangs is given up, one that hangs up too"() {
    given:
    engine.server.resetAll()
    engine.server.stubFor(any(anyUrl()).willReturn(fault ? aResponse().withFault(fault) : ok().withFixedDelay(20_000)))

    when:
    find(timeout: 1)

    then:
    def e = thrown(SourceFailure)
    e.message ==~ message

    where:
    fault                          || message
    null                           || /the engine at .* does not answer in time/
    Fault.CONNECTION_RESET_BY_PEER || /the engine at .* cannot be reached: .*/
    Fault.MALFORMED_RESPONSE_CHUNK || /the engine at .*/
  }

  def "#said is refused: #message"() {
    when:
    find(said)

    then:
    def e = thrown(KitException)
    e.message.contains(message)

    where:
    said                                    || message
    [tls: true]                             || 'would trust any engine'
    [client_cert: 'a.pem']                  || 'clientCert and clientKey go together'
    [connection: 'telnet']                  || "there is no connection 'telnet'"
    [groups_by: 'colour']                   || "groupsBy cannot be 'colour'"
    [include: [colour: 'red']]              || "include cannot go by 'colour'"
    [filters: [[include: 'x']]]             || 'filters'
    [timeout: 0]                            || 'timeout must be at least 1'
    [tls_hostname: 'x']                     || "tls_hostname"
    [ssl_version: 'x']                      || 'ssl_version'
    [use_ssh_client: true]                  || 'use_ssh_client'
    [debug: true]                           || 'debug'
  }
}
