package kit.inventories.consul

import static com.github.tomakehurst.wiremock.client.WireMock.*

import com.github.tomakehurst.wiremock.http.Fault
import java.nio.file.Path
import kit.model.KitException
import kit.spi.inventory.SourceFailure
import spock.lang.Specification
import spock.lang.TempDir

class ConsulFailureSpec extends Specification implements AsksConsul {

  @TempDir Path temp

  def setup() { recorded() }

  def "#what is one clear error"() {
    given:
    api.stubFor(get(urlPathEqualTo('/v1/catalog/service/web')).willReturn(reply))

    when:
    find()

    then:
    def e = thrown(SourceFailure)
    e.message == "Consul at http://127.0.0.1:${api.port()} $message"
    e.hint() == hint

    where:
    what         | reply || message | hint
    'a token'    | answer('ACL not found', 403)   || 'says 403 to /v1/catalog/service/web: ACL not found'  | 'CONSUL_HTTP_TOKEN or token: needs node:read and service:read'
    'no right'   | answer('Permission denied: token with AccessorID \'x\' lacks permission', 403) || "says 403 to /v1/catalog/service/web: Permission denied: token with AccessorID 'x' lacks permission" | 'CONSUL_HTTP_TOKEN or token: needs node:read and service:read'
    'no leader'  | answer('No cluster leader', 500) || 'says 500 to /v1/catalog/service/web: No cluster leader' | "consistency: 'stale' asks servers without a leader too"
    'no path'    | answer('No path to datacenter\n\u001b[31m', 500) || 'says 500 to /v1/catalog/service/web: No path to datacenter  [31m' | "datacenters: those that 'consul catalog datacenters' names"
    'moved'      | aResponse().withStatus(301).withHeader('Location', 'http://169.254.169.254/') || 'says 301 to /v1/catalog/service/web' | ''
  }

  def "half an answer is none: #what"() {
    given:
    api.stubFor(get(urlPathEqualTo('/v1/catalog/nodes')).willReturn(reply))

    when:
    find()

    then:
    def e = thrown(SourceFailure)
    e.message.contains(message)

    where:
    what             | reply || message
    'half JSON'      | answer(recorded('nodes')[0..700])            || 'gave no whole JSON for /v1/catalog/nodes'
    'HTML'           | answer('<html>login</html>')                 || 'gave no whole JSON for /v1/catalog/nodes'
    'two values'     | answer('[] []')                              || 'gave no whole JSON for /v1/catalog/nodes'
    'nothing'        | answer('')                                   || 'gave no whole JSON for /v1/catalog/nodes'
    'another kind'   | answer('{"a": 1}')                           || "Consul's answer to /v1/catalog/nodes is not what its API says"
    'null'           | answer('null')                               || 'gave no whole JSON for /v1/catalog/nodes'
    'numbers'        | answer('[1]')                                || "Consul's answer to /v1/catalog/nodes is not what its API says"
    'no text'        | answer('[{"Node": {}}]')                     || "Consul's answer to /v1/catalog/nodes is not what its API says"
    'too deep'       | answer('[' * 2000)                           || 'gave no whole JSON for /v1/catalog/nodes'
    'broken off'     | aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE) || 'broke off'
    'reset'          | aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER) || 'broke off'
    'broken in body' | aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK) || 'Consul at '
  }

  def "nobody there, and nobody who answers"() {
    when:
    find([url: 'http://127.0.0.1:1'])

    then:
    def e = thrown(SourceFailure)
    e.message.startsWith('Consul at http://127.0.0.1:1 cannot be reached')

    when:
    api.stubFor(get(urlPathEqualTo('/v1/catalog/nodes')).willReturn(answer([]).withFixedDelay(5000)))
    find([:], [:], 1)

    then:
    def late = thrown(SourceFailure)
    late.message.endsWith('does not answer in time')
  }

  def "a certificate of nobody known is an error, one that is trusted is not, and it can be waived"() {
    given:
    def https = "https://127.0.0.1:${api.httpsPort()}" as String
    def ca = AsksConsul.Server.folder.resolve('ca.pem') as String

    when:
    find([url: https])

    then:
    def e = thrown(SourceFailure)
    e.message.startsWith("Consul at $https: TLS failed: ")
    e.hint() == 'CONSUL_CACERT or caCert: names the certificates to trust'

    expect:
    find([url: https, caCert: ca]).hosts().size() == 4
    find([:], [CONSUL_HTTP_ADDR: "127.0.0.1:${api.httpsPort()}" as String, CONSUL_HTTP_SSL: 'true', CONSUL_CACERT: ca]).hosts().size() == 4
    find([:], [CONSUL_HTTP_ADDR: https, CONSUL_HTTP_SSL_VERIFY: 'false']).hosts().size() == 4
  }

  def "#config and #environment: #message"() {
    when:
    find(config, environment)

    then:
    def e = thrown(RuntimeException)
    e.message == message

    where:
    config                         | environment                                 || message
    [url: 'unix:///run/consul.sock'] | [:]                                         || 'Consul at unix:///run/consul.sock: sockets are not supported'
    [url: 'ftp://consul']            | [:]                                         || "'ftp://consul' is no address of Consul"
    [url: 'http://u:p@consul']       | [:]                                         || "'http://...@consul' is no address of Consul"
    [url: 'a b']                     | [:]                                         || "'a b' is no address of Consul"
    [:]                              | [CONSUL_CAPATH: '/etc/ssl']                 || 'CONSUL_CAPATH is set, which is not supported'
    [:]                              | [CONSUL_CLIENT_CERT: 'a.pem']               || "a client's certificate needs its key and the other way round"
    [tokenFile: 'no-such-file']      | [:]                                         || 'the token in ./no-such-file cannot be read'
    [:]                              | [CONSUL_HTTP_TOKEN: 'a\nb']                 || 'the token of Consul holds what no token can'
    [caCert: 'no-such-file', url: 'https://127.0.0.1:1'] | [:]                     || 'the certificates in ./no-such-file cannot be read'
  }

  def "a wrong setting is told as a wrong argument: #message"() {
    when:
    find(config)

    then:
    def e = thrown(KitException)
    e.problems()[0].message().contains(message)

    where:
    config                       || message
    [kvGruops: 'ansible/groups']   || 'kvGruops'
    [bulk_load: true]              || "no argument 'bulk_load'"
    [suffixes: true]               || "no argument 'suffixes'"
    [host: 'a', port: 8500]        || "no argument 'host'"
    [use_server_suffix: false]     || "no argument 'use_server_suffix'"
    [health: 'good']               || 'passing, warning or any'
    [token: 'a', tokenFile: 'b']   || 'both token and tokenFile are given'
    [clientCert: 'a']              || 'clientCert and clientKey go together'
  }

  def "a server that wants a certificate gets it"() {
    given:
    def strict = AsksConsul.Server.strict()
    def folder = AsksConsul.Server.folder
    strict.stubFor(get(urlPathEqualTo('/v1/catalog/nodes')).willReturn(answer([])))
    strict.stubFor(get(urlPathEqualTo('/v1/health/state/any')).willReturn(answer([])))
    strict.stubFor(get(urlPathEqualTo('/v1/catalog/services')).willReturn(answer([:])))
    def config = [url: "https://127.0.0.1:${strict.httpsPort()}" as String, caCert: folder.resolve('ca.pem') as String]

    when:
    find(config)

    then:
    thrown(SourceFailure)

    expect:
    find(config + [clientCert: folder.resolve('client.pem') as String, clientKey: folder.resolve('client.key') as String]).hosts() == []

    when:
    find(config + [clientCert: folder.resolve('client.pem') as String, clientKey: folder.resolve('client.pem') as String])

    then:
    def e = thrown(SourceFailure)
    e.message == "the key in ${folder.resolve('client.pem')} is no open PKCS#8 in PEM"

    cleanup:
    strict.stop()
  }

  def "a token may be in a file"() {
    given:
    temp.resolve('token').toFile().text = 'from-a-file\n'

    when:
    find([:], [CONSUL_HTTP_TOKEN_FILE: temp.resolve('token') as String])

    then:
    api.allServeEvents[0].request.getHeader('X-Consul-Token') == 'from-a-file'
  }
}
