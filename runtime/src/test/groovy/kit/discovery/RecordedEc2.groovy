package kit.discovery

import com.sun.net.httpserver.HttpServer
import java.nio.file.Path

/** Answers as moto did when Ansible's plugin asked it; see inventories/src/test/resources/ec2. */
class RecordedEc2 implements Closeable {
  static final Path FILES = Path.of('..', 'inventories/src/test/resources/ec2')

  private final HttpServer server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)

  RecordedEc2() {
    server.createContext('/') { exchange ->
      def asked = exchange.requestBody.text
      def what = exchange.requestHeaders.getFirst('Authorization').contains('/ap-south-1/') ? 'hostile'
          : asked.contains('Filter.1.Value.2') ? 'eu-west-1' : 'eu-west-1-running'
      def reply = FILES.resolve("replies/instances-${what}.xml").toFile().bytes
      exchange.responseHeaders.set('Content-Type', 'text/xml')
      exchange.sendResponseHeaders(200, reply.length)
      exchange.responseBody.withCloseable { it.write(reply) }
    }
    server.start()
  }

  String getUrl() {
    "http://127.0.0.1:${server.address.port}"
  }

  @Override
  void close() {
    server.stop(0)
  }
}
