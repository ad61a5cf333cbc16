package kit.inventories.docker;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kit.spi.inventory.Search;
import kit.spi.inventory.SourceFailure;

/**
 * Where the engine is.
 *
 * @param uri {@code unix:///path} or {@code tcp://host:port}
 * @param tls whether over TLS, its certificate checked
 * @param ca certificates to trust; those of Java if none are given
 * @param certificate kit's own, if the engine wants one
 * @param key that of the certificate
 */
record Endpoint(
    URI uri, boolean tls, Optional<Path> ca, Optional<Path> certificate, Optional<Path> key) {
  private static final String HERE = "unix:///var/run/docker.sock";

  static Endpoint of(Docker docker, Search search) {
    UnaryOperator<String> environment = search.environment();
    String said = docker.dockerHost().orElse(text(environment.apply("DOCKER_HOST"), HERE));
    boolean https = said.startsWith("https://");
    boolean verify =
        docker
            .validateCerts()
            .orElse(https || !text(environment.apply("DOCKER_TLS_VERIFY"), "").isEmpty());
    URI uri = uri(said);
    if (!verify || !uri.getScheme().equals("tcp")) {
      return new Endpoint(uri, false, Optional.empty(), Optional.empty(), Optional.empty());
    }
    String folder = text(environment.apply("DOCKER_CERT_PATH"), "");
    Path usual = folder.isEmpty() ? search.home().resolve(".docker") : Path.of(folder);
    return new Endpoint(
        uri,
        true,
        file(docker.caCert(), search, usual.resolve("ca.pem")),
        file(docker.clientCert(), search, usual.resolve("cert.pem")),
        file(docker.clientKey(), search, usual.resolve("key.pem")));
  }

  private static String text(String value, String other) {
    return value == null || value.isEmpty() ? other : value;
  }

  private static Optional<Path> file(Optional<String> said, Search search, Path usual) {
    if (said.isPresent()) {
      return Optional.of(search.folder().resolve(said.get()).toAbsolutePath().normalize());
    }
    return Files.exists(usual) ? Optional.of(usual.toAbsolutePath()) : Optional.empty();
  }

  private static URI uri(String said) {
    String text = said;
    if (text.startsWith("/")) {
      text = "unix://" + text;
    } else if (text.startsWith("unix://") && !text.startsWith("unix:///")) {
      text = "unix:///" + text.substring("unix://".length()); // Ansible's way to write it
    } else if (text.startsWith("http://") || text.startsWith("https://")) {
      text = "tcp" + text.substring(text.indexOf(':'));
    }
    try {
      URI uri = new URI(text);
      boolean network = "tcp".equals(uri.getScheme()) && uri.getHost() != null;
      if (network || "unix".equals(uri.getScheme()) && uri.getPath() != null) {
        return network && uri.getPort() < 0 ? new URI(text.replaceFirst("/*$", "") + ":2375") : uri;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new SourceFailure(
        "'" + said + "' is no engine that can be asked",
        said.startsWith("ssh://")
            ? "forward its socket: ssh -nNT -L /tmp/engine.sock:/var/run/docker.sock HOST, and"
                + " dockerHost: 'unix:///tmp/engine.sock'"
            : "dockerHost (or DOCKER_HOST) is unix:///path or tcp://host:port");
  }

  String url() {
    return uri.toString();
  }

  /** What leads docker's client to it. */
  Map<String, Object> vars() {
    Map<String, Object> vars = new LinkedHashMap<>();
    vars.put("ansible_docker_docker_host", url());
    if (tls) {
      vars.put("ansible_docker_validate_certs", true);
      ca.ifPresent(file -> vars.put("ansible_docker_ca_cert", file.toString()));
      certificate.ifPresent(file -> vars.put("ansible_docker_client_cert", file.toString()));
      key.ifPresent(file -> vars.put("ansible_docker_client_key", file.toString()));
    }
    return vars;
  }
}
