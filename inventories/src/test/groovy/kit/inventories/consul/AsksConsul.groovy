package kit.inventories.consul

import static com.github.tomakehurst.wiremock.client.WireMock.*

import com.github.tomakehurst.wiremock.WireMockServer
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder
import com.github.tomakehurst.wiremock.core.WireMockConfiguration
import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyStore
import java.time.Duration
import kit.catalog.Given
import kit.catalog.SourceCatalog
import kit.model.Location
import kit.query.JsonText
import kit.spi.inventory.Found
import kit.spi.inventory.FoundHost
import kit.spi.inventory.Search

/** Asks a server that answers as Consul's documented API does, as a configuration would. */
trait AsksConsul {

  WireMockServer api = Server.running()

  Found find(Map settings = [:], Map environment = [:], int seconds = 30) {
    def at = new Location('hosts_consul.yml', 1, 1)
    def all = environment.CONSUL_HTTP_ADDR ? settings : [url: "http://127.0.0.1:${api.port()}" as String] + settings
    def given = all.collect { Given.named(it.key, it.value, at) }
    SourceCatalog.load(AsksConsul.classLoader).find('consul').get().bind(given, at)
      .find(new Search(Path.of('.'), Path.of('no-home'), { environment[it] }, Duration.ofSeconds(seconds)))
  }

  static FoundHost host(Found found, String name) { found.hosts().find { it.name() == name } }

  static ResponseDefinitionBuilder answer(Object body, int status = 200) {
    aResponse().withStatus(status).withHeader('Content-Type', 'application/json')
      .withHeader('X-Consul-Index', '42').withHeader('X-Consul-KnownLeader', 'true').withHeader('X-Consul-LastContact', '0')
      .withBody(body instanceof String ? body : JsonText.of(body))
  }

  static String recorded(String name) { AsksConsul.getResource("/consul/replies/${name}.json").getText('UTF-8') }

  void recorded() {
    api.resetAll()
    api.stubFor(get(urlPathEqualTo('/v1/catalog/nodes')).willReturn(answer(recorded('nodes'))))
    api.stubFor(get(urlPathEqualTo('/v1/health/state/any')).willReturn(answer(recorded('state-any'))))
    api.stubFor(get(urlPathEqualTo('/v1/catalog/services')).willReturn(answer(recorded('services'))))
    ['consul', 'db', 'ssh', 'web'].each {
      api.stubFor(get(urlPathEqualTo("/v1/catalog/service/$it")).willReturn(answer(recorded("service-$it"))))
    }
  }

  /** Nodes alone. */
  void nodes(List<Map> all, List<Map> services = []) {
    api.resetAll()
    api.stubFor(get(urlPathEqualTo('/v1/catalog/nodes')).willReturn(answer(all)))
    api.stubFor(get(urlPathEqualTo('/v1/health/state/any')).willReturn(answer([])))
    api.stubFor(get(urlPathEqualTo('/v1/catalog/services')).willReturn(answer(services.groupBy { it.ServiceName }.collectEntries { [it.key, []] })))
    services.groupBy { it.ServiceName }.each { name, its ->
      api.stubFor(get(urlEqualTo("/v1/catalog/service/${Api.encoded(name)}")).willReturn(answer(its)))
    }
  }

  List<String> asked() { api.allServeEvents*.request*.url.reverse() }

  /** One server for all specs. */
  static class Server {
    private static WireMockServer server
    static Path folder

    static WireMockServer running() {
      if (server == null) {
        folder = Files.createTempDirectory('consul-api')
        folder.toFile().deleteOnExit()
        def keys = folder.resolve('keys.p12').toString()
        keytool('-genkeypair', '-keystore', keys, '-dname', 'CN=api', '-keyalg', 'EC', '-ext', 'san=ip:127.0.0.1')
        keytool('-exportcert', '-rfc', '-keystore', keys, '-file', folder.resolve('ca.pem').toString())
        server = new WireMockServer(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort()
          .keystorePath(keys).keystorePassword('password').keyManagerPassword('password').keystoreType('PKCS12')
          .needClientAuth(false).bindAddress('127.0.0.1').stubRequestLoggingDisabled(true))
        server.start()
      }
      server
    }

    /** Another server, which wants to see a certificate; the files are client.pem and client.key. */
    static WireMockServer strict() {
      running()
      def keys = folder.resolve('client.p12').toString()
      keytool('-genkeypair', '-keystore', keys, '-dname', 'CN=client', '-keyalg', 'EC')
      keytool('-exportcert', '-rfc', '-keystore', keys, '-file', folder.resolve('client.pem').toString())
      keytool('-importcert', '-noprompt', '-keystore', folder.resolve('trusted.p12').toString(), '-file', folder.resolve('client.pem').toString())
      def store = KeyStore.getInstance(new File(keys), 'password'.toCharArray())
      def key = store.getKey('api', 'password'.toCharArray()).encoded.encodeBase64(true)
      folder.resolve('client.key').toFile().text = "-----BEGIN PRIVATE KEY-----\n$key\n-----END PRIVATE KEY-----\n"
      def strict = new WireMockServer(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort().bindAddress('127.0.0.1')
        .keystorePath(folder.resolve('keys.p12').toString()).keystorePassword('password').keyManagerPassword('password').keystoreType('PKCS12')
        .needClientAuth(true).trustStorePath(folder.resolve('trusted.p12').toString()).trustStorePassword('password').trustStoreType('PKCS12'))
      strict.start()
      strict
    }

    private static void keytool(String... arguments) {
      def tool = new File(System.getProperty('java.home'), 'bin/keytool').path
      assert ([tool, *arguments, '-storepass', 'password', '-alias', 'api'] as List<String>).execute().waitFor() == 0
    }
  }
}
