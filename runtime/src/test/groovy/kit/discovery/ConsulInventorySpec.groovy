package kit.discovery

import com.sun.net.httpserver.HttpServer
import java.nio.file.Path
import kit.data.Json
import kit.query.JsonText
import kit.run.Site
import spock.lang.Specification
import spock.lang.TempDir

/** A configuration for Consul, from the file to what kit inventory shows. */
class ConsulInventorySpec extends Specification {

  @TempDir Path temp
  HttpServer server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
  Map<String, Object> answers = ['/v1/health/state/any': []]
  Site site

  def setup() {
    site = new Site(temp, temp.resolve('consul.yml') as String)
    server.createContext('/') {
      def body = JsonText.of(answers[it.requestURI.path]).bytes
      it.sendResponseHeaders(200, body.length)
      it.responseBody.withStream { out -> out.write(body) }
    }
    server.start()
    node('web1', [env: 'prod'])
    node('db1', [env: 'test'])
    service('web', 'web1', 8080, ['v1'])
  }

  def cleanup() { server.stop(0) }

  def "compose, keyed groups and groups work on what Consul says"() {
    when:
    def listed = list('''
      keyed_groups: [{key: consul_meta.env, prefix: env}]
      compose: {http_port: consul_ports.web | default(80)}
      groups: {front: "'web' in consul_services"}
      ''')

    then:
    listed.env_prod.hosts == ['web1']
    listed.env_test.hosts == ['db1']
    listed.front.hosts == ['web1']
    listed.web_v1.hosts == ['web1']
    listed._meta.hostvars.collectEntries { name, vars -> [name, vars.http_port] } == [web1: 8080, db1: 80]
  }

  def "the inventory of consul_io.py: hosts by address, suffixes, datacenter, availability"() {
    when:
    def listed = list("hostname: address\nservers_suffix: _servers\ndatacenter_prefix: ''\navailability: true\navailable_suffix: _up")

    then:
    listed.keySet() - ['_meta', 'all', 'ungrouped'] == ['consul_nodes', 'dc1', 'web_servers', 'web_servers_v1', 'tag_v1', 'web_up'] as Set
    listed.web_up.hosts == ['10.0.0.1']
    listed._meta.hostvars['10.0.0.1'].consul_nodename == 'web1'
  }

  def "the same in Groovy"() {
    given:
    site.write('hosts.groovy', """
      group('found') {
        consul(url: 'http://127.0.0.1:${server.address.port}', services: 'web') {
          groupBy('role') { it.consul_meta.env }
          vars { [http_port: it.consul_ports.web] }
        }
      }
      """.stripIndent())

    when:
    def ran = site.kit('inventory', 'list', '-i', temp.resolve('hosts.groovy') as String, '-o', 'ansible')

    then:
    ran.code == 0
    Json.read(ran.out).with { it.role_prod.hosts == ['web1'] && it._meta.hostvars.web1.http_port == 8080 }
  }

  def "a node called '#name' is an error that names it, and nobody is left out in silence"() {
    given:
    node(name, [:])

    when:
    def ran = kit('')

    then:
    ran.code == 4
    ran.out == ''
    ran.err.contains(told)
    !new File('/tmp/kit-consul-was-here').exists()

    where:
    name                              || told
    '$(touch /tmp/kit-consul-was-here)' || 'touch /tmp/kit-consul-was-here'
    '-oProxyCommand=x'                || '-oProxyCommand'
    "{{ lookup('pipe', 'id') }}"      || 'lookup'
    'a\nb'                            || 'a'
    'a;b'                             || 'a;b'
  }

  def "template syntax in what Consul says stays text"() {
    given:
    node('odd', [env: "{{ lookup('pipe', 'touch /tmp/kit-consul-was-here') }}"])

    expect:
    list('')._meta.hostvars.odd.consul_meta.env.toString().contains('lookup')
    !new File('/tmp/kit-consul-was-here').exists()
  }

  def "kit doc consul shows the settings"() {
    when:
    def ran = site.kit('doc', 'consul')

    then:
    ran.code == 0
    ['datacenters', 'withTags', 'nodeMeta', 'consul_ports', 'CONSUL_HTTP_TOKEN'].every { ran.out.contains(it) }
  }

  private void node(String name, Map meta) {
    def all = answers.get('/v1/catalog/nodes', [])
    all << [Node: name, ID: "id-$name" as String, Address: "10.0.0.${all.size() + 1}" as String, Datacenter: 'dc1', Meta: meta]
  }

  private void service(String name, String node, int port, List<String> tags) {
    answers.get('/v1/catalog/services', [:])[name] = tags
    answers.get("/v1/catalog/service/$name" as String, []) << [Node: node, ServiceID: name, ServiceName: name, ServicePort: port, ServiceTags: tags]
  }

  private kit(String config) {
    site.write('consul.yml', "plugin: consul\nurl: http://127.0.0.1:${server.address.port}\ncache: false\n" + config.stripIndent())
    site.kit('inventory', 'list', '-i', site.inventory, '-o', 'ansible')
  }

  private Map list(String config) {
    def ran = kit(config)
    assert ran.code == 0: ran.err
    Json.read(ran.out) as Map
  }
}
