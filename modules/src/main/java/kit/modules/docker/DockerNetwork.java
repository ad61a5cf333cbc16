package kit.modules.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * Makes and removes a network of Docker, and says which containers are in it.
 *
 * <p>A network cannot be changed: where it differs from what is given it is made anew, what is not
 * given as it was, and the containers in it are connected again, with their fixed addresses. The
 * result has {@code network}.
 *
 * <pre>{@code
 * dockerNetwork name: 'shop', ipamConfig: [[subnet: '172.30.0.0/24', gateway: '172.30.0.1']]
 * dockerNetwork name: 'back', internal: true, connected: [[name: 'db', ipv4Address: '172.31.0.5'], 'web']
 * dockerNetwork name: 'old', state: 'absent', force: true
 * }</pre>
 *
 * @param name of the network
 * @param state present (by default) or absent
 * @param driver of the network
 * @param driverOptions options of that
 * @param ipamDriver what gives addresses out
 * @param ipamConfig addresses: maps with subnet, gateway, ipRange and auxAddresses; any by default
 * @param enableIpv6 whether it has IPv6
 * @param internal whether it leads nowhere else
 * @param attachable whether containers outside of services may join, in a swarm
 * @param labels of the network
 * @param connected containers in it: names, or maps with name, ipv4Address, ipv6Address and
 *     aliases; others leave it
 * @param appends whether others stay
 * @param force whether it is made anew in any case, or goes though containers are in it
 * @param dockerHost address of the engine; the client's own by default
 * @param dockerCli the client; docker by default
 */
@EngineLacks
@Lacks(
    value = {"ipamDriverOptions", "scope"},
    instead = "command 'docker network create ...'")
public record DockerNetwork(
    @Alias("networkName") String name,
    @Default("present") State state,
    @Default("bridge") String driver,
    Map<String, Object> driverOptions,
    Optional<String> ipamDriver,
    List<Map<String, Object>> ipamConfig,
    Optional<Boolean> enableIpv6,
    Optional<Boolean> internal,
    Optional<Boolean> attachable,
    Map<String, Object> labels,
    @Alias("containers") List<Object> connected,
    @Alias("incremental") @Default("false") boolean appends,
    @Default("false") boolean force,
    @Alias("dockerUrl") Optional<String> dockerHost,
    @Default("docker") String dockerCli)
    implements Module {

  /** Whether it should be there. */
  public enum State {
    PRESENT,
    ABSENT
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public Plan plan(Host host) {
    Engine engine = Engine.of(dockerCli, dockerHost);
    Names.check("a network", name);
    List<Subnet> subnets = Subnet.given(ipamConfig);
    List<Attachment> wanted = Attachment.given(connected);
    Exposure.refuse(host, "docker network create", create(subnets), "leave it out of the network");
    Inspect question = new Inspect(engine, Inspect.Type.NETWORK, name);
    List<Query<?>> questions = new ArrayList<>(List.of(question));
    for (Attachment each : wanted) {
      questions.add(new Inspect(engine, Inspect.Type.CONTAINER, each.network()));
    }
    host.askAll(questions.toArray(new Query<?>[0]));
    Inspect.Found now = host.ask(question);
    if (!now.error().isEmpty()) {
      return Engine.refused(now.error());
    }
    if (state == State.ABSENT) {
      return absent(engine, question, now);
    }
    Map<String, Attachment> in = new LinkedHashMap<>();
    for (Attachment each : wanted) {
      Node container = host.ask(new Inspect(engine, Inspect.Type.CONTAINER, each.network())).it();
      if (!container.there()) {
        return Plan.refused("there is no container " + each.network(), "make it first");
      }
      Attachment is = Attachment.read(container).get(name);
      if (is != null) {
        in.put(each.network(), is);
      }
    }
    return present(engine, question, now, subnets, wanted, in);
  }

  private Plan present(
      Engine engine,
      Inspect question,
      Inspect.Found now,
      List<Subnet> subnets,
      List<Attachment> wanted,
      Map<String, Attachment> in) {
    Lines lines = new Lines();
    boolean there = now.there();
    if (there) {
      compare(lines, now.it(), subnets);
      if (force && lines.none()) {
        lines.add("network", name, name + " made anew");
      }
    } else {
      lines.add("network", "", name);
      lines.add("driver", "", driver);
      subnets.forEach(each -> lines.add("subnet", "", each.told()));
      Settings.pairs(labels).forEach(pair -> lines.add("label", "", pair));
    }
    boolean make = !lines.none();
    DockerNetwork whole = there ? kept(now.it()) : this;
    List<Subnet> ranges = Subnet.given(whole.ipamConfig);
    NetworkCommands commands = new NetworkCommands(name);
    StringBuilder body = new StringBuilder();
    List<String> others = others(now.it(), wanted);
    boolean leave = !connected.isEmpty() && !appends;
    if (make) {
      body.append(there ? commands.empty() : "");
      body.append("kit_docker network create ").append(Sh.quote(whole.create(ranges)));
      body.append(" >/dev/null || exit\n");
    } else if (leave) {
      others.forEach(each -> body.append(commands.disconnect(each)));
    }
    if (leave) {
      others.forEach(each -> lines.add("container", each, ""));
    } else if (make && there) {
      body.append(commands.again(wanted));
    }
    for (Attachment each : wanted) {
      Attachment is = in.get(each.network());
      boolean met = each.met(is);
      if (make || !met) {
        body.append(is != null && !make ? commands.disconnect(each.network()) : "");
        body.append(commands.connect(each));
      }
      if (!met) {
        lines.add("container", is == null ? "" : told(each, is), each.told());
      }
    }
    if (body.isEmpty()) {
      return Plan.unchanged("network " + name + " is there", Map.of("network", name));
    }
    Change change =
        change(make ? "make network " + name : "change network " + name, engine, body, lines);
    return make && wanted.isEmpty()
        ? change.predicts(question, whole.predicted(ranges)).value("network", name)
        : change.value("network", name);
  }

  private static String told(Attachment wanted, Attachment is) {
    return new Attachment(wanted.network(), is.ipv4(), is.ipv6(), is.aliases()).told();
  }

  private Plan absent(Engine engine, Inspect question, Inspect.Found now) {
    if (!now.there()) {
      return Plan.unchanged("there is no network " + name, Map.of());
    }
    NetworkCommands commands = new NetworkCommands(name);
    StringBuilder body = new StringBuilder();
    List<String> others = others(now.it(), List.of());
    if (force) {
      others.forEach(each -> body.append(commands.disconnect(each)));
    } else if (!others.isEmpty()) {
      return Plan.refused(
          "containers are in network " + name + ": " + String.join(", ", others),
          "remove them first, or say force: true");
    }
    body.append("kit_docker network rm ").append(name).append(" >/dev/null\n");
    return change("remove network " + name, engine, body, new Lines().add("network", name, ""))
        .predicts(question, Inspect.Found.ABSENT);
  }

  private Change change(String summary, Engine engine, StringBuilder body, Lines lines) {
    return Plan.change(summary)
        .run(engine.script(body.toString()))
        .diff(lines.diff("network " + name))
        .touches(Inspect.resource(Inspect.Type.NETWORK, name), new Resource("docker", "container"));
  }

  private void compare(Lines lines, Node it, List<Subnet> subnets) {
    lines.add("driver", it.at("Driver").text(), driver);
    ipamDriver.ifPresent(to -> lines.add("ipamDriver", it.at("IPAM", "Driver").text(), to));
    Subnet.compare(lines, Subnet.read(it), subnets);
    Differences.add(lines, "option", it.at("Options"), driverOptions);
    Differences.add(lines, "label", it.at("Labels"), labels);
    truth(lines, "enableIpv6", it.at("EnableIPv6"), enableIpv6);
    truth(lines, "internal", it.at("Internal"), internal);
    truth(lines, "attachable", it.at("Attachable"), attachable);
  }

  /** What is given, and of the rest what there is. */
  private DockerNetwork kept(Node it) {
    boolean same = it.at("Driver").text().equals(driver);
    List<Map<String, Object>> ranges =
        ipamConfig.isEmpty() && same
            ? Subnet.read(it).stream().map(Subnet::argument).toList()
            : ipamConfig;
    return new DockerNetwork(
        name,
        state,
        driver,
        same ? Differences.over(it.at("Options"), driverOptions) : driverOptions,
        same ? ipamDriver.or(() -> Optional.of(it.at("IPAM", "Driver").text())) : ipamDriver,
        ranges,
        enableIpv6.or(() -> Optional.of(it.at("EnableIPv6").truth())),
        internal.or(() -> Optional.of(it.at("Internal").truth())),
        attachable.or(() -> Optional.of(it.at("Attachable").truth())),
        Differences.over(it.at("Labels"), labels),
        connected,
        appends,
        force,
        dockerHost,
        dockerCli);
  }

  private static void truth(Lines lines, String field, Node is, Optional<Boolean> wanted) {
    wanted.ifPresent(to -> lines.add(field, String.valueOf(is.truth()), String.valueOf(to)));
  }

  /** Running containers in it that are not asked for. */
  private static List<String> others(Node network, List<Attachment> wanted) {
    List<String> others = new ArrayList<>();
    network.at("Containers").fields().values().forEach(each -> others.add(each.at("Name").text()));
    wanted.forEach(each -> others.remove(each.network()));
    others.removeIf(each -> !Names.good(each));
    return others;
  }

  private List<String> create(List<Subnet> subnets) {
    List<String> words = new ArrayList<>(List.of("--driver", driver));
    ipamDriver.ifPresent(each -> words.addAll(List.of("--ipam-driver", each)));
    subnets.forEach(each -> words.addAll(each.words()));
    Settings.pairs(driverOptions).forEach(pair -> words.addAll(List.of("--opt", pair)));
    Settings.pairs(labels).forEach(pair -> words.addAll(List.of("--label", pair)));
    if (enableIpv6.orElse(false)) {
      words.add("--ipv6");
    }
    if (internal.orElse(false)) {
      words.add("--internal");
    }
    if (attachable.orElse(false)) {
      words.add("--attachable");
    }
    words.add(name);
    return words;
  }

  private Inspect.Found predicted(List<Subnet> subnets) {
    List<Map<String, Object>> config = new ArrayList<>();
    subnets.forEach(
        each ->
            config.add(
                Map.of(
                    "Subnet", each.subnet(),
                    "Gateway", each.gateway(),
                    "IPRange", each.ipRange(),
                    "AuxiliaryAddresses", each.aux())));
    return Inspect.Found.of(
        Map.of(
            "Name", name,
            "Driver", driver,
            "IPAM", Map.of("Driver", ipamDriver.orElse("default"), "Config", config),
            "Options", Differences.texts(driverOptions),
            "Labels", Differences.texts(labels),
            "EnableIPv6", enableIpv6.orElse(false),
            "Internal", internal.orElse(false),
            "Attachable", attachable.orElse(false)));
  }
}
