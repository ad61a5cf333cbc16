package kit.modules.docker;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.query.Content;
import kit.query.FileContent;
import kit.query.HostPath;
import kit.query.JsonValue;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Sh;
import kit.spi.Step;

/**
 * Logs the user of the host in to a registry of Docker, and out of it.
 *
 * <p>The password reaches the client on its standard input. Whether it is the same is told from the
 * client's configuration file; where a credential store keeps passwords, a registry that is noted
 * counts as logged in to, unless {@code reauthorize} is given.
 *
 * <pre>{@code
 * dockerLogin registry: 'registry.example.org:5000', username: 'deploy', password: password
 * dockerLogin registry: 'registry.example.org:5000', state: 'absent'
 * }</pre>
 *
 * @param registry with its port; Docker's own by default
 * @param state present (by default) or absent
 * @param username at the registry
 * @param password of that
 * @param configPath the client's configuration, a {@code config.json}
 * @param reauthorize whether to log in again in any case
 * @param dockerHost address of the engine; the client's own by default
 * @param dockerCli the client; docker by default
 */
@EngineLacks
public record DockerLogin(
    @Alias({"registryUrl", "url"}) @Default("https://index.docker.io/v1/") String registry,
    @Default("present") State state,
    Optional<String> username,
    Optional<String> password,
    @Alias("dockercfgPath") @Default("~/.docker/config.json") String configPath,
    @Alias("reauth") @Default("false") boolean reauthorize,
    @Alias("dockerUrl") Optional<String> dockerHost,
    @Default("docker") String dockerCli)
    implements Module {

  /** Whether to be logged in. */
  public enum State {
    PRESENT,
    ABSENT
  }

  @Override
  public String label() {
    return registry;
  }

  @Override
  public Plan plan(Host host) {
    Engine engine = Engine.of(dockerCli, dockerHost);
    check(host);
    String file = HostPath.of(host, configPath, "configPath");
    Content question = new Content(file);
    FileContent content = host.ask(question);
    Optional<Object> read = content.held() ? JsonValue.of(content.text()) : Optional.empty();
    boolean broken = content.held() && read.isEmpty() && !content.text().isBlank();
    if (broken || !content.held() && content.state() != FileContent.State.ABSENT) {
      return Plan.refused(file + " cannot be read", "is it the client's configuration?");
    }
    Node config = new Node(read.orElse(null));
    Node auths = config.at("auths");
    Optional<Node> entry = auths.at(registry).present();
    boolean stored = config.at("credsStore").there() || config.at("credHelpers", registry).there();
    String directory = HostPath.parent(file);
    String client = "kit_docker --config " + Sh.path(directory) + " ";
    if (state == State.ABSENT) {
      return entry.isEmpty()
          ? Plan.unchanged("not logged in to " + registry, Map.of())
          : change("log out of " + registry, file)
              .run(engine.script(client + "logout " + Sh.quote(registry) + " >/dev/null\n"))
              .diff(new Lines().add(registry, user(entry.get()), "").diff(file));
    }
    String auth =
        Base64.getEncoder()
            .encodeToString(
                (username.orElseThrow() + ":" + password.orElseThrow())
                    .getBytes(StandardCharsets.UTF_8));
    boolean same = entry.isPresent() && (stored || entry.get().at("auth").text().equals(auth));
    if (same && !reauthorize) {
      return Plan.unchanged("logged in to " + registry, Map.of());
    }
    String was = entry.map(DockerLogin::user).orElse("");
    String now = was.equals(username.get()) ? was + ", another password" : username.get();
    String script =
        "mkdir -p "
            + Sh.path(directory)
            + " || exit\n"
            + client
            + "login --username "
            + Sh.quote(username.get())
            + " --password-stdin "
            + Sh.quote(registry)
            + " >/dev/null\n";
    byte[] input = password.get().getBytes(StandardCharsets.UTF_8);
    return change("log in to " + registry, file)
        .step(Step.Run.of(engine.script(script)).reading(input))
        .diff(new Lines().add(registry, was, now).diff(file));
  }

  private static Change change(String summary, String file) {
    return Plan.change(summary).touches(Resource.path(file));
  }

  private static String user(Node entry) {
    try {
      byte[] auth = Base64.getDecoder().decode(entry.at("auth").text());
      String text = new String(auth, StandardCharsets.UTF_8);
      return text.indexOf(':') < 0 ? "logged in" : text.substring(0, text.indexOf(':'));
    } catch (IllegalArgumentException e) {
      return "logged in";
    }
  }

  private void check(Host host) {
    refuse(
        registry.isBlank() || registry.startsWith("-") || registry.indexOf('\n') >= 0,
        "'" + registry + "' is no registry");
    refuse(
        !configPath.endsWith("/config.json"),
        "configPath '" + configPath + "' is not called config.json, as the client wants it");
    boolean both = username.isPresent() && password.isPresent();
    refuse(state == State.PRESENT && !both, "username and password are needed");
    boolean lines = (username.orElse("") + password.orElse("")).indexOf('\n') >= 0;
    refuse(lines || username.orElse("").indexOf(':') >= 0, "username or password cannot be that");
    Exposure.refuse(
        host,
        "docker login",
        List.of(username.orElse("")),
        "keep the user's name outside the vault");
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new PlanException(message, "kit doc dockerLogin tells more");
    }
  }
}
