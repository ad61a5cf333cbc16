package kit.inventories.consul

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.time.Duration
import kit.catalog.Given
import kit.catalog.SourceCatalog
import kit.model.Location
import kit.query.JsonText
import kit.spi.inventory.Found
import kit.spi.inventory.Search
import spock.lang.Requires
import spock.lang.Specification

/** Real agents: one of the test hosts, and whichever the environment names, which is only asked. */
class ConsulAgentSpec extends Specification {

  @Requires(value = { env.KIT_CONSUL }, reason = 'KIT_CONSUL is not set: no real Consul agent was asked, only recorded answers')
  def "what is registered with a real agent is found, until it is ill"() {
    given:
    register(Node: 'web1', Address: '127.0.0.2', NodeMeta: [env: 'prod'], Service: [Service: 'web', Tags: ['v1'], Port: 8080],
      Check: [Name: 'alive', Status: 'passing', ServiceID: 'web'])
    register(Node: 'ill', Address: '127.0.0.3', Service: [Service: 'web', Port: 8081], Check: [Name: 'alive', CheckID: 'disk', Status: 'critical'])

    when:
    def found = find([url: "http://${System.getenv('KIT_CONSUL')}" as String, metaGroups: ['env']], [:])
    def web = found.hosts().find { it.name() == 'web1' }

    then:
    found.hosts()*.name() as Set == ['kit-node', 'web1'] as Set
    web.groups().containsAll(['web', 'web_v1', 'env_prod', 'dc_dc1'])
    web.vars().consul_ports == [web: 8080]
    web.vars().ansible_host == '127.0.0.2'
    found.warnings() == ["1 node is left out for bad health: 'ill' in dc1; health: 'any' takes all"]
  }

  @Requires(value = { env.CONSUL_HTTP_ADDR || env.KIT_CONSUL }, reason = 'neither CONSUL_HTTP_ADDR nor KIT_CONSUL is set: no real Consul agent was asked')
  def "the nodes of an agent that the environment names, its own among them"() {
    given:
    def environment = [CONSUL_HTTP_ADDR: System.getenv('KIT_CONSUL')] + System.getenv()

    expect:
    find([:], environment).hosts().any { 'consul' in it.groups() && it.vars().consul_ports.consul == 8300L }
  }

  private static Found find(Map settings, Map environment) {
    def at = new Location('hosts_consul.yml', 1, 1)
    def search = new Search(Path.of('.'), Path.of('.'), { environment[it] }, Duration.ofSeconds(30))
    def given = settings.collect { Given.named(it.key, it.value, at) }
    SourceCatalog.load(ConsulAgentSpec.classLoader).find('consul').get().bind(given, at).find(search)
  }

  private static void register(Map node) {
    def uri = URI.create("http://${System.getenv('KIT_CONSUL')}/v1/catalog/register")
    def request = HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.ofString(JsonText.of(node))).build()
    int status = 0
    for (int tries = 0; tries < 50 && status != 200; tries++) { // an agent that has just been started has no leader yet
      try {
        status = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
      } catch (IOException e) {
        status = 0
      }
      if (status != 200) sleep 300
    }
    assert status == 200
  }
}
