package kit.inventories.docker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.PlanException;
import kit.spi.inventory.Found;
import kit.spi.inventory.FoundHost;
import kit.spi.inventory.InventorySource;
import kit.spi.inventory.Plugin;
import kit.spi.inventory.Search;

/**
 * The containers of a Docker engine, with what it tells of them as variables {@code docker_...}:
 * names and meaning of Ansible's docker_containers.
 *
 * <pre>{@code
 * docker(connection: 'docker', filters: [label: 'com.example.shop'], groupsBy: ['project', 'service'])
 * }</pre>
 *
 * @param dockerHost the engine, {@code unix:///run/docker.sock} or {@code tcp://HOST:PORT}; without
 *     it {@code DOCKER_HOST}, else {@code unix:///var/run/docker.sock}
 * @param validateCerts whether TLS is used and the engine's certificate checked; without it {@code
 *     DOCKER_TLS_VERIFY}, or true for {@code https://}
 * @param tls false, or true together with validateCerts: an engine is not trusted unchecked
 * @param caCert path of the certificates to trust, PEM; {@code ca.pem} in {@code DOCKER_CERT_PATH}
 *     or {@code ~/.docker} if there is one
 * @param clientCert path of kit's certificate, PEM; {@code cert.pem} likewise
 * @param clientKey path of its key, PEM; {@code key.pem} likewise
 * @param apiVersion of the engine, for example {@code 1.41}; auto for the engine's own
 * @param timeout seconds to wait for each of the engine's answers
 * @param connection how kit gets in: docker runs sh in the container, ssh goes to its SSH port;
 *     Ansible's docker-cli and docker-api are docker
 * @param configureDockerDaemon whether hosts get the variables that lead docker's client to this
 *     engine
 * @param address for ssh: published is the port that the engine publishes privateSshPort at,
 *     network the container's own address
 * @param network whose address to take; the first that has one if it is not given
 * @param privateSshPort the port of SSH in the containers
 * @param defaultIp for ports that are published on all addresses of the engine's machine
 * @param state states of the containers wanted, such as running, exited or paused; all for any
 * @param filters of the engine by name, such as {@code label: 'role=web'}: a value or a list
 * @param include only containers that one of these fits: {@code name}, {@code image} (with * and ?)
 *     or {@code label} ({@code KEY} or {@code KEY=VALUE}), each a value or a list
 * @param exclude no containers that one of these fits
 * @param groupsBy groups to make: label, image, network, project, service or state; {@code
 *     label:KEY} for one label
 * @param unreachable what comes of a container that does not run or has no address for ssh: skip
 *     leaves it out with a warning, group keeps it in the group unreachable, fail is an error
 * @param namePrefix what hosts' names begin with, before the container's: for engines that have
 *     containers of the same names
 * @param env whether docker_config has the containers' environment, which often holds passwords
 * @param verboseOutput either: variables docker_... are there anyway
 * @param addLegacyGroups whether there are the groups of Ansible's old script too
 */
@Plugin({"docker_containers", "community.docker.docker_containers"})
public record Docker(
    @Alias("docker_url") Optional<String> dockerHost,
    @Alias("tls_verify") Optional<Boolean> validateCerts,
    @Default("false") boolean tls,
    @Alias({"tls_ca_cert", "cacert_path"}) Optional<String> caCert,
    @Alias({"tls_client_cert", "cert_path"}) Optional<String> clientCert,
    @Alias({"tls_client_key", "key_path"}) Optional<String> clientKey,
    @Alias("docker_api_version") @Default("auto") String apiVersion,
    @Default("60") int timeout,
    @Alias("connection_type") @Default("docker") String connection,
    @Default("true") boolean configureDockerDaemon,
    @Default("published") AddressKind address,
    Optional<String> network,
    @Default("22") int privateSshPort,
    @Default("127.0.0.1") String defaultIp,
    List<String> state,
    Map<String, Object> filters,
    Map<String, Object> include,
    Map<String, Object> exclude,
    List<String> groupsBy,
    @Default("skip") Unreachable unreachable,
    @Default("") String namePrefix,
    @Default("false") boolean env,
    @Default("false") boolean verboseOutput,
    @Default("false") boolean addLegacyGroups)
    implements InventorySource {

  /** Which address of a container SSH goes to. */
  public enum AddressKind {
    PUBLISHED,
    NETWORK
  }

  /** What comes of a container that cannot be reached. */
  public enum Unreachable {
    SKIP,
    GROUP,
    FAIL
  }

  public Docker {
    Way.named(connection);
    if (tls && !validateCerts.orElse(false)) {
      throw new PlanException(
          "docker: tls without validateCerts would trust any engine that answers",
          "validateCerts: true, and caCert if it is a certificate of your own");
    }
    if (clientCert.isPresent() != clientKey.isPresent()) {
      throw new PlanException("docker: clientCert and clientKey go together", "give both");
    }
    if (timeout < 1) {
      throw new PlanException("docker: timeout must be at least 1", "it is in seconds");
    }
    Pick.of("include", include);
    Pick.of("exclude", exclude);
    Groups.check(groupsBy);
  }

  @Override
  public Found find(Search search) {
    Endpoint engine = Endpoint.of(this, search);
    Pick picked = Pick.of("include", include);
    List<Box> boxes;
    try (Engine asked = new Engine(engine, this)) {
      boxes = asked.boxes(wanted(), listed(filters), picked, Pick.of("exclude", exclude));
    }
    Way way = Way.named(connection);
    Stragglers stragglers = new Stragglers(unreachable, engine.url());
    List<FoundHost> hosts = new ArrayList<>();
    for (Box box : boxes) {
      Map<String, Object> vars = new LinkedHashMap<>(box.vars(env));
      Optional<String> trouble = way.put(box, this, engine, vars);
      List<String> groups = new ArrayList<>(Groups.of(box, groupsBy));
      if (addLegacyGroups) {
        groups.addAll(Groups.legacy(box, dockerHost.orElse(engine.url())));
      }
      if (trouble.isEmpty() || stragglers.keep(box, trouble.get(), groups)) {
        hosts.add(new FoundHost(namePrefix + box.name(), groups, vars));
      }
    }
    return new Found(hosts, stragglers.warnings());
  }

  private List<String> wanted() {
    return state.isEmpty() ? List.of("running") : state.contains("all") ? List.of() : state;
  }

  /** Each value as the list that it stands for. */
  static Map<String, List<String>> listed(Map<String, Object> values) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (Map.Entry<String, Object> each : values.entrySet()) {
      List<String> list = new ArrayList<>();
      if (each.getValue() instanceof Collection<?> several) {
        for (Object one : several) {
          list.add(String.valueOf(one));
        }
      } else {
        list.add(String.valueOf(each.getValue()));
      }
      lists.put(each.getKey(), list);
    }
    return lists;
  }
}
