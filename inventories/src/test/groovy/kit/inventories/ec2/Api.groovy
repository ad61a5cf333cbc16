package kit.inventories.ec2

import static com.github.tomakehurst.wiremock.client.WireMock.*

import com.github.tomakehurst.wiremock.WireMockServer
import com.github.tomakehurst.wiremock.client.MappingBuilder
import com.github.tomakehurst.wiremock.core.WireMockConfiguration
import java.nio.file.Files

/** EC2 and STS as moto was recorded to speak, in one server for all specs. */
class Api {

  private static WireMockServer running

  /** Of the server, PEM. */
  static String certificate

  static WireMockServer server() {
    if (running == null) {
      def dir = Files.createTempDirectory('ec2-api')
      def keys = dir.resolve('keys.p12').toString()
      keytool('-genkeypair', '-keystore', keys, '-dname', 'CN=api', '-keyalg', 'EC', '-ext', 'san=ip:127.0.0.1')
      keytool('-exportcert', '-rfc', '-keystore', keys, '-file', dir.resolve('ca.pem').toString())
      certificate = dir.resolve('ca.pem').toFile().text
      running = new WireMockServer(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort()
          .keystorePath(keys).keystorePassword('password').keyManagerPassword('password').keystoreType('PKCS12')
          .bindAddress('127.0.0.1').stubRequestLoggingDisabled(true))
      running.start()
      dir.toFile().deleteDir()
    }
    running
  }

  private static void keytool(String... arguments) {
    def tool = new File(System.getProperty('java.home'), 'bin/keytool').path
    assert ([tool, *arguments, '-storepass', 'password', '-alias', 'api'] as List<String>).execute().waitFor() == 0
  }

  static byte[] recorded(String name) {
    Api.getResourceAsStream("/ec2/replies/${name}.xml").bytes
  }

  /** A request for something, in a region. */
  static MappingBuilder asking(String action, String region = '.*', String service = 'ec2') {
    post(anyUrl()).withRequestBody(matching("(?s).*Action=$action&.*"))
        .withHeader('Authorization', matching(".*/$region/$service/aws4_request.*"))
  }

  static answer(String name, int status = 200) {
    aResponse().withStatus(status).withHeader('Content-Type', 'text/xml').withBody(recorded(name))
  }
}
