package kit.inventories.consul;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kit.spi.inventory.Search;
import kit.spi.inventory.SourceFailure;

/**
 * Whom to ask, and how: settings first, then the environment.
 *
 * @param base scheme, host and port
 * @param token of the ACL system; empty for none
 * @param login user and password with a colon between them; empty for none
 * @param trust certificates to trust; empty for those of Java
 * @param certificate to show
 * @param key of the certificate
 * @param verify whether the server's certificate must be good
 * @param namespace to look in; empty for the default one
 * @param partition to look in; empty for the default one
 * @param consistency of the answers
 */
record Settings(
    URI base,
    String token,
    String login,
    Optional<Path> trust,
    Optional<Path> certificate,
    Optional<Path> key,
    boolean verify,
    String namespace,
    String partition,
    Consul.Consistency consistency) {

  static Settings of(Consul given, Search search) {
    for (String name : new String[] {"CONSUL_CAPATH", "CONSUL_TLS_SERVER_NAME"}) {
      if (!environment(search, name).isEmpty()) {
        throw new SourceFailure(
            name + " is set, which is not supported", "CONSUL_CACERT names one file");
      }
    }
    String token = given.token().orElse("");
    String file = given.tokenFile().orElse("");
    if (token.isEmpty() && file.isEmpty()) {
      token = environment(search, "CONSUL_HTTP_TOKEN");
      file = token.isEmpty() ? environment(search, "CONSUL_HTTP_TOKEN_FILE") : "";
    }
    Optional<Path> certificate = path(given.clientCert(), search, "CONSUL_CLIENT_CERT");
    Optional<Path> key = path(given.clientKey(), search, "CONSUL_CLIENT_KEY");
    if (certificate.isPresent() != key.isPresent()) {
      throw new SourceFailure(
          "a client's certificate needs its key and the other way round",
          "CONSUL_CLIENT_CERT and CONSUL_CLIENT_KEY, or clientCert and clientKey");
    }
    return new Settings(
        base(given, search),
        file.isEmpty() ? token : read(search.folder().resolve(file)),
        environment(search, "CONSUL_HTTP_AUTH"),
        path(given.caCert(), search, "CONSUL_CACERT"),
        certificate,
        key,
        given.validateCerts().orElse(!no(environment(search, "CONSUL_HTTP_SSL_VERIFY"))),
        given.namespace().orElse(environment(search, "CONSUL_NAMESPACE")),
        given.partition().orElse(environment(search, "CONSUL_PARTITION")),
        given.consistency());
  }

  private static URI base(Consul given, Search search) {
    String text = given.url().orElse(environment(search, "CONSUL_HTTP_ADDR"));
    text = text.isEmpty() ? "127.0.0.1:8500" : text;
    if (text.startsWith("unix://")) {
      throw new SourceFailure(
          "Consul at " + Api.shown(text) + ": sockets are not supported", "http://127.0.0.1:8500");
    }
    boolean plain = !text.contains("://");
    boolean secured = yes(environment(search, "CONSUL_HTTP_SSL"));
    try {
      URI uri = new URI(plain ? (secured ? "https://" : "http://") + text : text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
        throw new URISyntaxException(text, "");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new SourceFailure(
          "'" + Api.shown(text.replaceAll("//[^/]*@", "//...@")) + "' is no address of Consul",
          "https://consul.example.org:8501; CONSUL_HTTP_AUTH holds user:password");
    }
  }

  private static String environment(Search search, String name) {
    String value = search.environment().apply(name);
    return value == null ? "" : value;
  }

  private static Optional<Path> path(Optional<String> given, Search search, String name) {
    String text = given.orElse(environment(search, name));
    return text.isEmpty() ? Optional.empty() : Optional.of(search.folder().resolve(text));
  }

  private static boolean yes(String value) {
    return value.equals("1") || value.equalsIgnoreCase("t") || value.equalsIgnoreCase("true");
  }

  private static boolean no(String value) {
    return value.equals("0") || value.equalsIgnoreCase("f") || value.equalsIgnoreCase("false");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new SourceFailure("the token in " + file + " cannot be read", "");
    }
  }
}
