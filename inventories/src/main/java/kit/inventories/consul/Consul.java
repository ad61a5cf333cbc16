package kit.inventories.consul;

import java.time.Instant;
import java.util.ArrayList;
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
import kit.spi.inventory.Search;
import kit.spi.inventory.SourceFailure;

/**
 * The nodes of Consul's catalog, in groups by their services, tags and datacenters.
 *
 * <p>What the environment says to Consul's own program holds here too: CONSUL_HTTP_ADDR,
 * CONSUL_HTTP_TOKEN, CONSUL_HTTP_TOKEN_FILE, CONSUL_HTTP_AUTH, CONSUL_HTTP_SSL,
 * CONSUL_HTTP_SSL_VERIFY, CONSUL_CACERT, CONSUL_CLIENT_CERT, CONSUL_CLIENT_KEY, CONSUL_NAMESPACE
 * and CONSUL_PARTITION. A setting wins.
 *
 * <p>All hosts are in the group {@code consul_nodes}. Variables: {@code ansible_host}, {@code
 * ansible_port} if the node has a service {@code ssh}, {@code consul_nodename}, {@code
 * consul_node_id}, {@code consul_datacenter}, {@code consul_address}, {@code
 * consul_tagged_addresses}, {@code consul_meta}, {@code consul_health}, {@code consul_services}
 * (names), {@code consul_ports} (by service), {@code consul_tags} and {@code consul_instances}
 * (service, id, address, port, tags, meta, health).
 *
 * <pre>{@code
 * consul(url: 'https://consul.example.org:8501', datacenters: ['dc1', 'dc2']) {
 *   groupBy('role') { it.consul_meta.role }
 *   vars { [http_port: it.consul_ports.web ?: 80] }
 * }
 * }</pre>
 *
 * @param url of an agent or a server; {@code http://127.0.0.1:8500} if nothing else is said
 * @param token of the ACL system
 * @param tokenFile path of a file that holds the token
 * @param caCert path of a file with the certificates to trust, PEM
 * @param clientCert path of the certificate to show, PEM
 * @param clientKey path of its key, PEM in PKCS#8
 * @param validateCerts whether the server's certificate must be good
 * @param namespace to look in (Enterprise)
 * @param partition to look in (Enterprise)
 * @param datacenters to look in; that of the agent if none are given, all with {@code '*'}
 * @param consistency of the answers: default, stale (any server, also without a leader) or
 *     consistent
 * @param health what a node or a service needs to be found: passing, warning (or passing) or any
 * @param services only these services; all if none are given
 * @param withTags only services that have all of these tags
 * @param nodeMeta only nodes with these values in their meta data
 * @param withoutServices whether nodes are found that have none of the services
 * @param hostname what a host is called: node, address or id
 * @param domain calls a host {@code NODE.node.DATACENTER.DOMAIN}, as Consul's DNS does
 * @param address where a host is reached: node, service (the first that has one), lan, wan or
 *     another of the node's tagged addresses; that of the node where it has no such
 * @param serversSuffix put behind the name of a service's group
 * @param tags whether there are groups {@code SERVICE_TAG} and {@code tag_TAG}
 * @param datacenterPrefix put before the name of a datacenter's group
 * @param metaGroups keys of nodes' meta data that make groups {@code KEY_VALUE}
 * @param kvGroups path in the key/value store below which a node's name, with or without its
 *     datacenter in front, leads to further groups, with commas between them
 * @param kvMetadata such a path of further variables, a JSON object each
 * @param availability whether nodes that are not healthy are found too, and each service has groups
 *     for its healthy and its other nodes
 * @param availableSuffix put behind the name of a service for the first of these
 * @param unavailableSuffix put behind the name of a service for the second of these
 */
public record Consul(
    @Alias("http_addr") Optional<String> url,
    Optional<String> token,
    Optional<String> tokenFile,
    @Alias("ca_file") Optional<String> caCert,
    Optional<String> clientCert,
    Optional<String> clientKey,
    Optional<Boolean> validateCerts,
    Optional<String> namespace,
    Optional<String> partition,
    @Alias("datacenter") List<String> datacenters,
    @Default("default") Consistency consistency,
    @Default("passing") Health health,
    List<String> services,
    List<String> withTags,
    Map<String, String> nodeMeta,
    @Default("true") boolean withoutServices,
    @Default("node") HostName hostname,
    Optional<String> domain,
    @Default("node") String address,
    @Default("") String serversSuffix,
    @Default("true") boolean tags,
    @Default("dc_") String datacenterPrefix,
    List<String> metaGroups,
    Optional<String> kvGroups,
    Optional<String> kvMetadata,
    @Default("false") boolean availability,
    @Default("_available") String availableSuffix,
    @Default("_unavailable") String unavailableSuffix)
    implements InventorySource {

  /** How fresh answers are. */
  public enum Consistency {
    DEFAULT,
    STALE,
    CONSISTENT
  }

  /** What a host is called. */
  public enum HostName {
    NODE,
    ADDRESS,
    ID
  }

  public Consul {
    if (token.isPresent() && tokenFile.isPresent()) {
      throw new PlanException("both token and tokenFile are given", "give one of them");
    }
    if (clientCert.isPresent() != clientKey.isPresent()) {
      throw new PlanException("clientCert and clientKey go together", "give both");
    }
  }

  @Override
  public Found find(Search search) {
    List<String> warnings = new ArrayList<>();
    Settings settings = Settings.of(this, search);
    Instant end = Instant.now().plus(search.patience());
    List<Node> nodes = new ArrayList<>();
    try (Api api = new Api(settings, end, warnings)) {
      Catalog catalog = new Catalog(api, this, warnings);
      for (String datacenter : catalog.datacenters()) {
        nodes.addAll(catalog.nodes(datacenter));
      }
    }
    Naming naming = new Naming(this);
    Map<String, Node> owners = new LinkedHashMap<>();
    List<FoundHost> hosts = new ArrayList<>();
    for (Node node : nodes) {
      String name = naming.name(node);
      Node other = owners.put(name, node);
      if (other != null) {
        throw new SourceFailure(
            "Consul has two nodes for the host '"
                + Api.shown(name)
                + "': "
                + other.place()
                + " and "
                + node.place(),
            "domain: 'consul' or hostname: 'id' tells them apart");
      }
      hosts.add(new FoundHost(name, naming.groups(node), naming.vars(node)));
    }
    return new Found(hosts, warnings);
  }
}
