package kit.modules.docker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.modules.docker.DockerContainer.Pull;
import kit.modules.docker.DockerContainer.State;
import kit.modules.docker.Setting.Comparison;
import kit.spi.Change;
import kit.spi.Host;
import kit.spi.Output;
import kit.spi.Plan;
import kit.spi.Resource;
import kit.spi.Sh;
import kit.spi.Step;

/**
 * What has to be done for a container.
 *
 * @param call the arguments
 * @param engine that has it
 * @param now what there is of it
 * @param wanted the image that is asked for, if any; nothing in it if the host does not have it
 * @param given what the arguments say
 * @param joined what it shares with others
 * @param host that is asked what is secret
 */
record ContainerPlan(
    DockerContainer call,
    Engine engine,
    Inspect.Found now,
    Optional<Node> wanted,
    Given given,
    Joined joined,
    Host host) {

  /** Settings that the engine changes while a container runs. */
  private static final List<String> LIVE =
      List.of(
          "restartPolicy",
          "cpus",
          "cpuShares",
          "cpusetCpus",
          "pidsLimit",
          "memory",
          "memoryReservation",
          "memorySwap");

  Plan plan(Inspect question) {
    boolean there = now.there();
    if (call.state() == State.ABSENT) {
      return there
          ? touching(Plan.change("remove container " + call.name()))
              .run(engine.script(commands().remove(call.name())))
              .diff(new Lines().add("container", call.name(), "").diff("container " + call.name()))
              .predicts(question, Inspect.Found.ABSENT)
          : Plan.unchanged("there is no container " + call.name(), Map.of());
    }
    if (!there && wanted.isEmpty()) {
      return Plan.refused(
          "there is no container " + call.name() + ", and no image to make it of", "give image");
    }
    boolean missing = wanted.filter(image -> !image.there()).isPresent();
    if (missing && call.pull() == Pull.NEVER) {
      return Plan.refused(
          "the host has no image " + call.image().get(), "dockerImage, or leave pull out");
    }
    Lines lines = new Lines();
    Lines live = new Lines();
    if (there) {
      compare(lines, live);
    } else {
      lines.add("container", "", call.name());
      lines.add("image", "", call.image().orElseThrow());
      tell(lines);
    }
    if (call.recreate() && lines.none()) {
      lines.add("container", "as it is", "made anew");
    }
    return act(lines, live);
  }

  private Plan act(Lines lines, Lines live) {
    boolean make = !lines.none();
    boolean running = now.it().at("State", "Running").truth();
    boolean lasting = now.there() && !make;
    StringBuilder body = new StringBuilder();
    if (make) {
      body.append(commands().make(call.pull().always()));
    } else if (!live.none()) {
      body.append(commands().update(updates()));
    }
    List<Attachment> attach = lasting ? detached(live) : List.of();
    for (Attachment each : attach) {
      boolean in = Attachment.read(now.it()).containsKey(each.network());
      body.append(in ? commands().disconnect(each.network()) : "").append(commands().connect(each));
    }
    List<String> leave = lasting && call.purges() ? others() : List.of();
    for (String network : leave) {
      live.add("network", network, "");
      body.append(commands().disconnect(network));
    }
    boolean start =
        call.state() == State.STARTED
            || call.state() == State.HEALTHY
            || call.state() == State.PRESENT && make && running;
    boolean up = running && lasting;
    if (call.state() == State.STOPPED && up) {
      live.add("state", "running", "stopped");
      body.append(commands().stop(call.name()));
    } else if (start && !up && call.detach()) {
      live.add("state", now.there() ? now.it().at("State", "Status").text() : "", "running");
      body.append("kit_docker start ").append(call.name()).append(" >/dev/null || exit\n");
    } else if (start && up && call.restart()) {
      live.add("state", "running", "restarted");
      body.append(commands().restart());
    }
    body.append(make && now.there() ? commands().dropped() : "");
    boolean attached = start && !up && !call.detach();
    boolean fetches = call.pull().always() && lasting && call.image().isPresent();
    String health = now.it().at("State", "Health", "Status").text();
    boolean waits =
        call.state() == State.HEALTHY && (!up || !health.isEmpty() && !health.equals("healthy"));
    boolean alters = make || !live.none() || attached;
    if (!alters && !fetches && !waits) {
      String is =
          call.state() == State.PRESENT
              ? " is there"
              : call.state() == State.STOPPED ? " is stopped" : " runs";
      return Plan.unchanged("container " + call.name() + is, values(now.it()));
    }
    if (fetches) {
      body.insert(0, commands().renewed(running));
    }
    body.append(waits ? commands().healthy() : "").append(commands().told());
    Change change = carry(engine.script(body.toString()), make || fetches);
    if (attached) {
      change = change.run(engine.script(commands().attached()));
    }
    live.into(lines);
    if (!alters && !fetches) {
      return change.waiting();
    }
    boolean sure = alters;
    return touching(change)
        .diff(lines.diff("container " + call.name()))
        .reads(outputs -> read(outputs, sure, attached));
  }

  private Change carry(String script, boolean make) {
    String verb = !now.there() ? "make" : make ? "make anew" : "change";
    Step.Run run = Step.Run.of(script);
    byte[] env = Environment.file(environment()).getBytes(StandardCharsets.UTF_8);
    return Plan.change(verb + " container " + call.name()).step(make ? run.reading(env) : run);
  }

  /** What differs so that it must be made anew, and what can be changed as it runs. */
  private void compare(Lines lines, Lines live) {
    Node it = now.it();
    if (wanted.isPresent() && how("image") != Comparison.IGNORE) {
      String id = wanted.get().at("Id").text();
      String old = it.at("Image").text();
      if (!id.equals(old)) {
        String name = call.image().orElseThrow();
        boolean same = it.at("Config", "Image").text().equals(name);
        String was = it.at("Config", "Image").text();
        lines.add(
            "image",
            same ? name + " " + ComposeDrift.brief(old) : was,
            same ? name + " " + (id.isEmpty() ? "pulled" : ComposeDrift.brief(id)) : name);
      }
    }
    for (Setting setting : Settings.all()) {
      if (!met(setting)) {
        setting.tell(live(setting) ? live : lines, asked(setting), it, now.image());
      }
    }
    CommandLine line = CommandLine.of(call);
    List<String> has = CommandLine.of(it);
    if (line.given()
        && how("command") != Comparison.IGNORE
        && !line.full(now.image()).equals(has)) {
      lines.add("command", Sh.quote(has), Sh.quote(line.full(now.image())));
    }
    given.env().ifPresent(env -> environment(lines, env));
    String mode = it.at("HostConfig", "NetworkMode").text();
    String old = mode.equals("default") ? "bridge" : mode;
    call.networkMode()
        .filter(asked -> !joined.told(asked).equals(old))
        .ifPresent(asked -> lines.add("networkMode", old, asked));
  }

  private boolean met(Setting setting) {
    return !given.values().containsKey(setting.name())
        || setting.met(asked(setting), now.it(), now.image(), how(setting.name()));
  }

  /** What is given, as this container would tell it. */
  private List<String> asked(Setting setting) {
    List<String> values = given.values().get(setting.name());
    return switch (setting.name()) {
      case "publishedPorts" -> Ports.as(values, setting.read().apply(now.it()));
      case "pidMode", "ipcMode" -> values.stream().map(joined::told).toList();
      default -> values;
    };
  }

  /** To the engine 0 means that a limit stays, so to take it off needs a new container. */
  private boolean live(Setting setting) {
    String name = setting.name();
    return LIVE.contains(name)
        && (name.equals("restartPolicy") || !given.values().get(name).isEmpty());
  }

  private void environment(Lines lines, Map<String, String> env) {
    Comparison how = how("env");
    if (how == Comparison.IGNORE) {
      return;
    }
    Map<String, String> has = Environment.read(now.it());
    Map<String, String> usual = Environment.read(now.image());
    env.forEach(
        (name, value) -> {
          if (!value.equals(has.get(name))) {
            // what goes may be an older secret, which nobody knows to be one
            boolean secret = host.secret(value).isPresent();
            String old = has.containsKey(name) ? (secret ? "******" : has.get(name)) : null;
            lines.add("env", old == null ? "" : name + "=" + old, name + "=" + value);
          }
        });
    if (how == Comparison.STRICT && now.image().there()) {
      has.forEach(
          (name, value) -> {
            if (!env.containsKey(name) && !value.equals(usual.get(name))) {
              lines.add("env", name + "=" + value, "");
            }
          });
    }
  }

  /** All that a container will be made with. */
  private void tell(Lines lines) {
    for (Setting setting : Settings.all()) {
      List<String> values = given.values().getOrDefault(setting.name(), List.of());
      values.forEach(value -> lines.add(setting.name(), "", value));
    }
    CommandLine line = CommandLine.of(call);
    if (line.given()) {
      lines.add("command", "", Sh.quote(line.words()));
    }
    given.env().ifPresent(env -> env.forEach((n, v) -> lines.add("env", "", n + "=" + v)));
    call.networkMode().ifPresent(mode -> lines.add("networkMode", "", mode));
    given.networks().forEach(each -> lines.add("network", "", each.told()));
  }

  private Comparison how(String name) {
    Comparison all = call.comparisons().getOrDefault("*", Comparison.STRICT);
    return call.comparisons().getOrDefault(name, all);
  }

  private Map<String, List<String>> updates() {
    Map<String, List<String>> updates = new LinkedHashMap<>();
    for (Setting setting : Settings.all()) {
      if (!met(setting)) {
        updates.put(setting.name(), given.values().get(setting.name()));
      }
    }
    if (updates.containsKey("memory")) {
      // as docker create has it where nothing is said; alone the engine refuses more memory than
      // that
      long twice = Math.max(-1, 2 * Long.parseLong(updates.get("memory").get(0)));
      updates.put("memorySwap", given.values().getOrDefault("memorySwap", Sizes.number(twice)));
    }
    return updates;
  }

  private List<Attachment> detached(Lines live) {
    Map<String, Attachment> in = Attachment.read(now.it());
    List<Attachment> open = new ArrayList<>();
    for (Attachment each :
        how("networks") == Comparison.IGNORE ? List.<Attachment>of() : given.networks()) {
      if (!each.met(in.get(each.network()))) {
        Attachment was = in.get(each.network());
        live.add("network", was == null ? "" : was.told(), each.told());
        open.add(each);
      }
    }
    return open;
  }

  private List<String> others() {
    List<String> others = new ArrayList<>(Attachment.read(now.it()).keySet());
    given.networks().forEach(each -> others.remove(each.network()));
    call.networkMode().ifPresent(others::remove);
    return others;
  }

  /** What it will have: what is given, or else what it had besides the image's. */
  private Map<String, String> environment() {
    Map<String, String> own = Environment.read(now.it());
    own.entrySet().removeAll(Environment.read(now.image()).entrySet());
    return given.env().orElse(own);
  }

  private ContainerCommands commands() {
    ContainerWords words = new ContainerWords(call, now, given);
    List<String> create = words.create(environment());
    Exposure.refuse(host, "docker create", create, "env travels in a file: give it there");
    return new ContainerCommands(call, now, create, words.rest(), words.networks(), environment());
  }

  private Map<String, Object> read(List<Output> outputs, boolean sure, boolean attached) {
    String text = outputs.get(0).text();
    Map<String, Object> values = new LinkedHashMap<>();
    List<Node> nodes = Node.lines(text);
    values.putAll(values(nodes.isEmpty() ? Node.NONE : nodes.get(nodes.size() - 1)));
    if (attached && outputs.size() > 1) {
      values.put("rc", outputs.get(1).rc());
      values.put("stdout", outputs.get(1).text());
      values.put("stderr", outputs.get(1).errors());
    }
    if (!sure && text.startsWith("@same")) {
      values.put("changed", false);
    }
    return values;
  }

  private static Map<String, Object> values(Node it) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("name", it.at("Name").text().replaceFirst("^/", ""));
    told.put("id", it.at("Id").text());
    told.put("image", it.at("Config", "Image").text());
    told.put("state", it.at("State", "Status").text());
    told.put("health", it.at("State", "Health", "Status").text());
    Map<String, Object> networks = new LinkedHashMap<>();
    it.at("NetworkSettings", "Networks")
        .fields()
        .forEach((name, node) -> networks.put(name, node.at("IPAddress").text()));
    told.put("networks", networks);
    return Map.of("container", told);
  }

  private Change touching(Change change) {
    return change.touches(
        Inspect.resource(Inspect.Type.CONTAINER, call.name()),
        new Resource("docker", "network"),
        new Resource("docker", "volume"));
  }
}
