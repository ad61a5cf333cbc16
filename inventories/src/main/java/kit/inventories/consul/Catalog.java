package kit.inventories.consul;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import kit.inventories.consul.Api.Question;
import kit.spi.inventory.SourceFailure;

/**
 * The nodes of a datacenter. Asked are, whatever the number of nodes: {@code /v1/catalog/nodes},
 * {@code /v1/health/state/any}, {@code /v1/catalog/services}, and {@code /v1/catalog/service/NAME}
 * for each kind of service; and {@code /v1/kv/PATH/?recurse} for each of the paths given.
 */
final class Catalog {

  private final Api api;
  private final Consul wanted;
  private final List<String> warnings;

  Catalog(Api api, Consul wanted, List<String> warnings) {
    this.api = api;
    this.wanted = wanted;
    this.warnings = warnings;
  }

  /** The datacenters to ask; an empty name is that of the agent. */
  List<String> datacenters() {
    if (!wanted.datacenters().contains("*")) {
      return wanted.datacenters().isEmpty() ? List.of("") : wanted.datacenters();
    }
    if (!(api.ask(Question.of("catalog/datacenters")) instanceof List<?> names)) {
      throw Row.strange("/v1/catalog/datacenters");
    }
    List<String> sorted = new ArrayList<>();
    names.forEach(name -> sorted.add(String.valueOf(name)));
    sorted.sort(null);
    return sorted;
  }

  List<Node> nodes(String datacenter) {
    List<String> in = datacenter.isEmpty() ? List.of() : List.of(datacenter);
    List<String> meta = new ArrayList<>();
    wanted.nodeMeta().forEach((key, value) -> meta.add(key + ":" + value));
    List<Question> questions = new ArrayList<>();
    for (String path : List.of("catalog/nodes", "health/state/any", "catalog/services")) {
      questions.add(Question.of(path).with("dc", in).with("node-meta", meta));
    }
    Optional<Question> groups = KeyValues.question(wanted.kvGroups(), in);
    Optional<Question> facts = KeyValues.question(wanted.kvMetadata(), in);
    groups.ifPresent(questions::add);
    facts.ifPresent(questions::add);
    List<Object> answers = api.ask(questions);
    KeyValues more = store(wanted.kvGroups(), groups.isPresent() ? answers.get(3) : null);
    int last = answers.size() - 1;
    KeyValues told = store(wanted.kvMetadata(), facts.isPresent() ? answers.get(last) : null);
    Checks checks = new Checks(Row.list("/v1/health/state/any", answers.get(1)));
    Map<String, List<Instance>> instances = instances(services(answers.get(2)), in, meta, checks);
    List<Node> nodes = new ArrayList<>();
    List<String> ill = new ArrayList<>();
    List<Row> known = Row.list("/v1/catalog/nodes", answers.get(0));
    if (known.isEmpty() && meta.isEmpty()) {
      // its own servers are nodes: an old Consul shows nothing, and does not say so, without a
      // token
      warnings.add("Consul shows no node at all: the token needs node:read and service:read");
    }
    for (Row row : known) {
      Node node = node(row, datacenter, checks, instances, more, told);
      if (!wanted.availability() && !node.health().wanted(wanted.health())) {
        ill.add(node.place());
      } else if (!node.instances().isEmpty() || everything()) {
        nodes.add(node);
      }
    }
    if (!ill.isEmpty()) {
      int shown = Math.min(ill.size(), 5);
      warnings.add(
          ill.size()
              + (ill.size() == 1 ? " node is" : " nodes are")
              + " left out for bad health: "
              + String.join(", ", ill.subList(0, shown))
              + (shown < ill.size() ? ", ..." : "")
              + "; health: 'any' takes all");
    }
    return nodes;
  }

  /** Whether nodes without a service that is asked for are wanted too. */
  private boolean everything() {
    return wanted.withoutServices() && wanted.services().isEmpty() && wanted.withTags().isEmpty();
  }

  private List<String> services(Object answer) {
    if (!(answer instanceof Map<?, ?> known)) {
      throw Row.strange("/v1/catalog/services");
    }
    TreeSet<String> names = new TreeSet<>();
    for (Map.Entry<?, ?> each : known.entrySet()) {
      String name = String.valueOf(each.getKey());
      boolean tagged =
          wanted.withTags().isEmpty()
              || each.getValue() instanceof List<?> tags && tags.containsAll(wanted.withTags());
      if (tagged && (wanted.services().isEmpty() || wanted.services().contains(name))) {
        names.add(name);
      }
    }
    for (String name : wanted.services()) {
      if (!known.containsKey(name)) {
        warnings.add("Consul knows no service '" + Api.shown(name) + "'");
      }
    }
    return List.copyOf(names);
  }

  private Map<String, List<Instance>> instances(
      List<String> services, List<String> in, List<String> meta, Checks checks) {
    List<Question> questions = new ArrayList<>();
    for (String name : services) {
      if (name.isEmpty()) {
        throw new SourceFailure("Consul has a service without a name", "deregister it");
      }
      questions.add(
          Question.of("catalog/service/" + Api.encoded(name))
              .with("dc", in)
              .with("node-meta", meta));
    }
    List<Object> answers = api.ask(questions);
    Map<String, List<Instance>> byNode = new HashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      for (Row row : Row.list("/v1/" + questions.get(i).path(), answers.get(i))) {
        Instance instance = instance(row, checks);
        boolean healthy = wanted.availability() || instance.health().wanted(wanted.health());
        if (healthy && instance.tags().containsAll(wanted.withTags())) {
          byNode.computeIfAbsent(row.text("Node"), name -> new ArrayList<>()).add(instance);
        }
      }
    }
    return byNode;
  }

  private static Instance instance(Row row, Checks checks) {
    return new Instance(
        row.text("ServiceName"),
        row.text("ServiceID"),
        row.text("ServiceAddress"),
        row.number("ServicePort"),
        row.texts("ServiceTags"),
        row.map("ServiceMeta"),
        checks.instance(row.text("Node"), row.text("ServiceID")));
  }

  private static KeyValues store(Optional<String> path, Object answer) {
    return KeyValues.of(path.orElse(""), answer);
  }

  private static Node node(
      Row row,
      String asked,
      Checks checks,
      Map<String, List<Instance>> instances,
      KeyValues groups,
      KeyValues facts) {
    String name = row.text("Node");
    String datacenter = row.text("Datacenter").isEmpty() ? asked : row.text("Datacenter");
    return new Node(
        name,
        row.text("ID"),
        datacenter,
        row.text("Address"),
        row.map("TaggedAddresses"),
        row.map("Meta"),
        checks.node(name),
        List.copyOf(instances.getOrDefault(name, List.of())),
        groups.groups(name, datacenter),
        facts.facts(name, datacenter));
  }
}
