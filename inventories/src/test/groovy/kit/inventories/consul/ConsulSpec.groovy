package kit.inventories.consul

import static com.github.tomakehurst.wiremock.client.WireMock.*

import spock.lang.Specification

class ConsulSpec extends Specification implements AsksConsul {

  def setup() { recorded() }

  def "nodes with their services, in groups"() {
    when:
    def found = find()

    then:
    found.hosts()*.name() == ['web1', 'web2', 'db1', 'outside']
    host(found, 'web1').groups() == ['consul_nodes', 'dc_dc1', 'web', 'web_v1', 'tag_v1', 'web_primary', 'tag_primary']
    host(found, 'web2').groups() == ['consul_nodes', 'dc_dc1']
    host(found, 'db1').groups() == ['consul_nodes', 'dc_dc1', 'db', 'db_postgres', 'tag_postgres', 'ssh']
    host(found, 'outside').groups() == ['consul_nodes', 'dc_dc1']
    found.warnings() == ["1 node is left out for bad health: 'ill' in dc1; health: 'any' takes all"]
  }

  def "what is known of a node"() {
    given:
    def found = find()

    expect:
    host(found, 'web1').vars() == [
      ansible_host: '10.1.10.11', consul_nodename: 'web1', consul_node_id: '40e4a748-2192-161a-0510-9bf59fe950b5', consul_datacenter: 'dc1',
      consul_address: '10.1.10.11', consul_tagged_addresses: [lan: '10.1.10.11', lan_ipv4: '10.1.10.11', wan: '198.51.100.11', wan_ipv4: '198.51.100.11'],
      consul_meta: ['consul-network-segment': '', env: 'prod', rack: 'a 1'], consul_health: 'passing', consul_services: ['web'],
      consul_ports: [web: 8080], consul_tags: ['primary', 'v1'],
      consul_instances: [[service: 'web', id: 'web', address: '172.17.0.3', port: 8080, tags: ['v1', 'primary'], meta: [version: '1.4'], health: 'passing']]]
    host(found, 'db1').vars().ansible_port == 2222
    host(found, 'outside').vars().consul_tagged_addresses == [:]
  }

  def "one request for each kind, however many nodes there are"() {
    given:
    def many = (1..500).collect { [Node: "n$it", ID: "id$it", Address: '10.0.0.1', Datacenter: 'dc1'] }
    nodes(many, many.collect { [Node: it.Node, ServiceID: 'a', ServiceName: 'a', ServicePort: 1] })

    expect:
    find().hosts().size() == 500
    asked() as Set == ['/v1/catalog/nodes', '/v1/health/state/any', '/v1/catalog/services', '/v1/catalog/service/a'] as Set
    asked().size() == 4
  }

  def "#config: #groups"() {
    given:
    def found = find(config)

    expect:
    found.hosts().collectEntries { [it.name(), it.groups() - 'consul_nodes'] } == groups

    where:
    config || groups
    [services: 'db'] || [db1: ['dc_dc1', 'db', 'db_postgres', 'tag_postgres']]
    [withTags: ['v1', 'primary']] || [web1: ['dc_dc1', 'web', 'web_v1', 'tag_v1', 'web_primary', 'tag_primary']]
    [withoutServices: false, tags: false] || [web1: ['dc_dc1', 'web'], db1: ['dc_dc1', 'db', 'ssh']]
    [services: 'web', health: 'warning', tags: false] || [web1: ['dc_dc1', 'web'], web2: ['dc_dc1', 'web']]
    [services: 'web', health: 'any', tags: false] || [web1: ['dc_dc1', 'web'], web2: ['dc_dc1', 'web'], ill: ['dc_dc1', 'web']]
    [services: 'db', metaGroups: ['env', 'rack'], datacenterPrefix: '', tags: false] || [db1: ['dc1', 'db', 'env_prod']]
    [services: 'web', serversSuffix: '_servers', availability: true, availableSuffix: '_up', unavailableSuffix: '_down', datacenterPrefix: ''] || [
      web1: ['dc1', 'web_servers', 'web_servers_v1', 'tag_v1', 'web_servers_primary', 'tag_primary', 'web_up'],
      web2: ['dc1', 'web_servers', 'web_servers_v2', 'tag_v2', 'web_down'],
      ill: ['dc1', 'web_servers', 'web_servers_v1', 'tag_v1', 'web_down']]
  }

  def "#config: #names"() {
    given:
    def found = find(config + [services: 'web'])

    expect:
    found.hosts().collectEntries { [it.name(), it.vars().ansible_host] } == names

    where:
    config                    || names
    [:]                         || [web1: '10.1.10.11']
    [address: 'wan']            || [web1: '198.51.100.11']
    [address: 'service']        || [web1: '172.17.0.3']
    [address: 'none_such']      || [web1: '10.1.10.11']
    [hostname: 'address']       || ['10.1.10.11': '10.1.10.11']
    [hostname: 'id']            || ['40e4a748-2192-161a-0510-9bf59fe950b5': '10.1.10.11']
    [domain: 'consul']          || ['web1.node.dc1.consul': '10.1.10.11']
  }

  def "the key/value store adds groups and variables, asked for once each"() {
    given:
    def entry = { String key, String value -> [Key: key, Value: value.bytes.encodeBase64().toString(), Flags: 0, LockIndex: 0] }
    api.stubFor(get(urlPathEqualTo('/v1/kv/ansible/groups/')).withQueryParam('recurse', matching('.*')).willReturn(answer([
      entry('ansible/groups/', ''), entry('ansible/groups/dc1/web1', 'test, honey pot'), entry('ansible/groups/db1', 'dbs'), entry('ansible/groups/dc2/db1', 'other')])))
    api.stubFor(get(urlPathEqualTo('/v1/kv/ansible/metadata/')).willReturn(answer([entry('ansible/metadata/dc1/web1', '{"role": "{{ x }}", "size": 3}')])))

    when:
    def found = find([kvGroups: '/ansible/groups/', kvMetadata: 'ansible/metadata'])

    then:
    host(found, 'web1').groups().takeRight(2) == ['test', 'honey_pot']
    host(found, 'db1').groups().last() == 'dbs'
    host(found, 'web1').vars().subMap('role', 'size') == [role: '{{ x }}', size: 3]
    asked().count { it.startsWith('/v1/kv/') } == 2

    when: 'there are no such keys'
    api.stubFor(get(urlPathEqualTo('/v1/kv/ansible/groups/')).willReturn(aResponse().withStatus(404)))
    api.stubFor(get(urlPathEqualTo('/v1/kv/ansible/metadata/')).willReturn(aResponse().withStatus(404)))

    then:
    host(find([kvGroups: 'ansible/groups', kvMetadata: 'ansible/metadata']), 'web1').vars().role == null

    when: 'what is there is no JSON'
    api.stubFor(get(urlPathEqualTo('/v1/kv/ansible/metadata/')).willReturn(answer([entry('ansible/metadata/db1', 'x: y')])))
    find([kvMetadata: 'ansible/metadata'])

    then:
    def e = thrown(kit.spi.inventory.SourceFailure)
    e.message == 'the key ansible/metadata/db1 holds no JSON object'
  }

  def "a service that nobody knows is a warning"() {
    expect:
    find([services: ['db', 'dbb']]).warnings().any { it == "Consul knows no service 'dbb'" }
  }

  def "several datacenters, tokens, namespaces and consistency go with each question"() {
    given:
    api.resetAll()
    api.stubFor(get(urlPathEqualTo('/v1/catalog/datacenters')).willReturn(answer(['dc2', 'dc1'])))
    ['dc1', 'dc2'].each { dc ->
      api.stubFor(get(urlPathEqualTo('/v1/catalog/nodes')).withQueryParam('dc', equalTo(dc)).willReturn(answer([[Node: "a-$dc", ID: dc, Address: '10.0.0.1', Datacenter: dc]])))
      api.stubFor(get(urlPathEqualTo('/v1/health/state/any')).withQueryParam('dc', equalTo(dc)).willReturn(answer([])))
      api.stubFor(get(urlPathEqualTo('/v1/catalog/services')).withQueryParam('dc', equalTo(dc)).willReturn(answer([:])))
    }

    when:
    def found = find([datacenters: '*', consistency: 'stale', nodeMeta: [env: 'a b&c']], [CONSUL_HTTP_TOKEN: 'secret-token', CONSUL_NAMESPACE: 'team', CONSUL_HTTP_AUTH: 'joe:x'])

    then:
    found.hosts()*.groups() == [['consul_nodes', 'dc_dc1'], ['consul_nodes', 'dc_dc2']]
    api.allServeEvents.size() == 7
    api.allServeEvents.every { it.request.getHeader('X-Consul-Token') == 'secret-token' && it.request.getHeader('Authorization') == 'Basic am9lOng=' }
    asked().every { it.contains('stale') && it.contains('ns=team') }
    asked().findAll { it.contains('catalog/nodes') }.every { it.contains('node-meta=env%3Aa%20b%26c') }
  }

  def "a node of the same name in two datacenters is an error, and a domain tells them apart"() {
    given:
    api.resetAll()
    ['dc1', 'dc2'].each { dc ->
      api.stubFor(get(urlPathEqualTo('/v1/catalog/nodes')).withQueryParam('dc', equalTo(dc)).willReturn(answer([[Node: 'a', Address: '10.0.0.1', Datacenter: dc]])))
    }
    api.stubFor(get(urlPathEqualTo('/v1/health/state/any')).willReturn(answer([])))
    api.stubFor(get(urlPathEqualTo('/v1/catalog/services')).willReturn(answer([:])))

    when:
    find([datacenters: ['dc1', 'dc2']])

    then:
    def e = thrown(kit.spi.inventory.SourceFailure)
    e.message == "Consul has two nodes for the host 'a': 'a' in dc1 and 'a' in dc2"
    find([datacenters: ['dc1', 'dc2'], domain: 'consul']).hosts()*.name() == ['a.node.dc1.consul', 'a.node.dc2.consul']
  }

  def "what Consul leaves out, and answers without a leader, are warnings"() {
    given:
    api.stubFor(get(urlPathEqualTo('/v1/catalog/nodes')).willReturn(answer(recorded('nodes')).withHeader('X-Consul-Results-Filtered-By-ACLs', 'true')))
    api.stubFor(get(urlPathEqualTo('/v1/health/state/any')).willReturn(aResponse().withBody(recorded('state-any'))
      .withHeader('X-Consul-KnownLeader', 'false').withHeader('X-Consul-LastContact', '9000')))

    expect:
    find().warnings()[0..1] == [
      "Consul at http://127.0.0.1:${api.port()} leaves out what the token may not see; node:read and service:read show all".toString(),
      "Consul at http://127.0.0.1:${api.port()} has no leader: its answers are 9000 ms old or more".toString()]
  }

  def "names of services and nodes of any kind are data"() {
    given:
    def odd = ['$(touch /tmp/x)', 'a/../../v1/kv', "{{ lookup('pipe','id') }}", 'line\nend', '-oProxyCommand=x', 'ü&dc=dc2', '..']
    nodes([[Node: 'n1', Address: '10.0.0.1', Datacenter: 'dc1', Meta: [x: '{{ 1 }}']]],
      odd.withIndex().collect { name, n -> [Node: 'n1', ServiceID: "$n" as String, ServiceName: name, ServicePort: 100 + n, ServiceTags: [name]] })

    when:
    def found = find()

    then:
    found.hosts()[0].vars().consul_services as Set == odd as Set
    found.hosts()[0].vars().consul_ports.size() == 7
    found.hosts()[0].vars().consul_meta == [x: '{{ 1 }}']
    found.hosts()[0].groups().every { it ==~ /[\p{L}_][\p{L}\d_]*/ }
    asked().size() == 10
  }

  def "ten megabytes of tags"() {
    given:
    def tags = (1..100_000).collect { "${it}-".padRight(100, 'x') }
    nodes([[Node: 'n1', Address: '10.0.0.1', Datacenter: 'dc1']], [[Node: 'n1', ServiceID: 'a', ServiceName: 'a', ServicePort: 1, ServiceTags: tags]])

    expect:
    find([tags: false]).hosts()[0].vars().consul_tags.size() == 100_000
  }
}
