package kit.inventories.docker

import static com.github.tomakehurst.wiremock.client.WireMock.*

import com.github.tomakehurst.wiremock.WireMockServer
import com.github.tomakehurst.wiremock.core.WireMockConfiguration
import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path

/** An engine that answers as Docker 20.10 was seen to, of the containers that it is told of. */
class AnEngine implements AutoCloseable {
  final Path folder = Files.createTempDirectory('kit-engine')
  final WireMockServer server

  AnEngine() {
    def keys = folder.resolve('keys.p12').toString()
    keytool('-genkeypair', '-keystore', keys, '-dname', 'CN=engine', '-keyalg', 'EC', '-ext', 'san=ip:127.0.0.1')
    keytool('-exportcert', '-rfc', '-keystore', keys, '-file', folder.resolve('ca.pem').toString())
    def store = java.security.KeyStore.getInstance(new File(keys), 'password'.toCharArray())
    folder.resolve('key.pem').toFile().text = '-----BEGIN PRIVATE KEY-----\n' +
      Base64.mimeEncoder.encodeToString(store.getKey('engine', 'password'.toCharArray()).encoded) + '\n-----END PRIVATE KEY-----\n'
    folder.resolve('cert.pem').toFile().text = folder.resolve('ca.pem').toFile().text
    folder.resolve('empty.pem').toFile().text = 'nothing'
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort().bindAddress('127.0.0.1')
      .keystorePath(keys).keystorePassword('password').keyManagerPassword('password').keystoreType('PKCS12')
      .stubRequestLoggingDisabled(true))
    server.start()
  }

  private static void keytool(String... arguments) {
    def tool = new File(System.getProperty('java.home'), 'bin/keytool').path
    assert ([tool, *arguments, '-storepass', 'password', '-alias', 'engine'] as List<String>).execute().waitFor() == 0
  }

  String url() { "tcp://127.0.0.1:${server.port()}" }

  String tlsUrl() { "tcp://127.0.0.1:${server.httpsPort()}" }

  /** Its containers from now on. */
  void has(Map... containers) {
    server.resetAll()
    server.stubFor(get(urlPathMatching('.*/containers/json')).willReturn(json(containers.collect { [Id: id(it), Names: ['/' + it.name], Labels: it.labels ?: [:]] })))
    containers.each { server.stubFor(get(urlPathMatching(".*/containers/${id(it)}/json")).willReturn(json(inspected(it)))) }
  }

  void answers(int status, String body) {
    server.resetAll()
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withHeader('Content-Type', 'application/json').withBody(body)))
  }

  static String id(Map it) { it.name.bytes.encodeHex().toString().padRight(64, '0') }

  private static json(Object value) { okJson(new ObjectMapper().writeValueAsString(value)) }

  static Map inspected(Map it) {
    def state = it.state ?: 'running'
    [Id: id(it), Name: it.name == '' ? '' : '/' + it.name, Path: 'sleep', Platform: 'linux', RestartCount: 0,
     State: [Status: state, Running: state in ['running', 'paused'], Paused: state == 'paused', Pid: 4711],
     Config: [Hostname: 'h', Image: it.image ?: 'nginx:1.24', Env: ['PASSWORD=secret-example', 'PATH=/bin'], Labels: it.labels],
     HostConfig: [NetworkMode: 'default', Memory: 5368709120],
     NetworkSettings: [Ports: it.ports == null ? [:] : it.ports,
                       Networks: (it.networks ?: [bridge: '172.17.0.2']).collectEntries { k, v -> [k, [IPAddress: v, Gateway: '172.17.0.1']] }]]
  }

  @Override
  void close() {
    server.stop()
    folder.toFile().deleteDir()
  }
}
