package kit.modules.docker

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.security.MessageDigest

/** A registry of images on the loopback that lets one user in, as far as push and pull need it. */
class Registry {
  final Map<String, byte[]> blobs = [:]
  final Map<String, List> manifests = [:]
  final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
  private final String auth

  Registry(String user, String password) {
    auth = 'Basic ' + "$user:$password".bytes.encodeBase64()
    server.createContext('/') { HttpExchange it ->
      try { answer(it) } finally { it.close() }
    }
    server.start()
  }

  String getAddress() { "127.0.0.1:$server.address.port" }

  private answer(HttpExchange it) {
    def path = it.requestURI.path
    def body = it.requestBody.bytes
    if (it.requestHeaders.getFirst('Authorization') != auth) {
      it.responseHeaders.add('WWW-Authenticate', 'Basic realm="kit"')
      return send(it, 401)
    }
    def (all, repository, kind, name) = (path =~ $/^/v2/(.+)/(blobs/uploads|blobs|manifests)/(.*)/$).with { it.find() ? it[0] : [path, null, null, null] }
    if (kind == 'blobs/uploads') {
      def id = name ?: UUID.randomUUID().toString()
      def whole = new ByteArrayOutputStream()
      whole.write(blobs[id] ?: new byte[0])
      whole.write(body)
      blobs[id] = whole.toByteArray()
      if (it.requestMethod == 'PUT') {
        def blob = blobs.remove(id)
        blobs[digest(blob)] = blob
        return send(it, 201, Location: "/v2/$repository/blobs/x")
      }
      return send(it, 202, Location: "/v2/$repository/blobs/uploads/$id", Range: "0-${Math.max(0, blobs[id].length - 1)}", 'Docker-Upload-UUID': id)
    }
    if (kind == 'blobs') return blobs[name] == null ? send(it, 404) : send(it, 200, blobs[name], 'Docker-Content-Digest': name)
    if (kind == 'manifests' && it.requestMethod == 'PUT') {
      [name, digest(body)].each { key -> manifests["$repository/$key".toString()] = [body, it.requestHeaders.getFirst('Content-Type')] }
      return send(it, 201, 'Docker-Content-Digest': digest(body))
    }
    if (kind == 'manifests') {
      def found = manifests["$repository/$name".toString()]
      return found == null ? send(it, 404) : send(it, 200, found[0], 'Content-Type': found[1], 'Docker-Content-Digest': digest(found[0]))
    }
    send(it, path == '/v2/' ? 200 : 404)
  }

  private static send(Map<String, String> headers = [:], HttpExchange it, int status, byte[] body = new byte[0]) {
    headers.each { name, value -> it.responseHeaders.add(name, value) }
    boolean head = it.requestMethod == 'HEAD'
    if (head) it.responseHeaders.add('Content-Length', "$body.length")
    it.sendResponseHeaders(status, head || !body.length ? -1 : body.length)
    if (!head && body.length) it.responseBody.write(body)
  }

  private static String digest(byte[] bytes) { 'sha256:' + MessageDigest.getInstance('SHA-256').digest(bytes).encodeHex() }
}
