package kit.inventories.consul

import static com.github.tomakehurst.wiremock.client.WireMock.*

import kit.spi.inventory.SourceFailure
import spock.lang.Specification

/** Answers of Consul 1.8.7 as Debian packages it, with one server and a registered node. */
class ConsulRecordedSpec extends Specification implements AsksConsul {

  def "the nodes of a real agent"() {
    given:
    api.resetAll()
    [nodes: 'catalog/nodes', 'state-any': 'health/state/any', services: 'catalog/services',
     'service-consul': 'catalog/service/consul', 'service-web': 'catalog/service/web'].each { file, path ->
      def text = ConsulRecordedSpec.getResource("/consul/agent/${file}.json").getText('UTF-8')
      api.stubFor(get(urlPathEqualTo("/v1/$path")).willReturn(answer(text)))
    }

    when:
    def found = find(metaGroups: ['env'])

    then:
    found.hosts()*.name() == ['kit-node', 'web1']
    host(found, 'web1').groups() == ['consul_nodes', 'dc_dc1', 'web', 'web_v1', 'tag_v1', 'web_edge', 'tag_edge', 'env_prod']
    host(found, 'web1').vars().consul_ports == [web: 8080]
    host(found, 'kit-node').vars().consul_ports == [consul: 8300]
    found.warnings() == []
  }

  def "what a real agent says to #who"() {
    given:
    api.resetAll()
    api.stubFor(get(urlPathEqualTo('/v1/catalog/nodes')).willReturn(
      aResponse().withStatus(status).withHeader('Content-Type', 'text/plain; charset=utf-8').withHeader('X-Consul-Index', '1')
        .withHeader('X-Consul-Knownleader', 'false').withHeader('X-Consul-Lastcontact', '0').withBody(body)))
    ['health/state/any', 'catalog/services'].each { api.stubFor(get(urlPathEqualTo("/v1/$it")).willReturn(answer([]))) }

    when:
    find()

    then:
    def e = thrown(SourceFailure)
    e.message.endsWith("says $status to /v1/catalog/nodes: $body")

    where:
    who                    | status | body
    'a token nobody knows' | 403    | 'ACL not found'
    'another datacenter'   | 500    | 'No path to datacenter'
  }

  def "without a token a closed agent shows nothing, and kit says so"() {
    given:
    nodes([])

    expect:
    find().hosts() == []
    find().warnings() == ['Consul shows no node at all: the token needs node:read and service:read']
  }
}
