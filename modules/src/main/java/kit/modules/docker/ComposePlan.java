package kit.modules.docker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.modules.docker.DockerCompose.Build;
import kit.modules.docker.DockerCompose.Pull;
import kit.modules.docker.DockerCompose.Recreate;
import kit.modules.docker.DockerCompose.State;
import kit.query.FileContent;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Output;
import kit.spi.Plan;
import kit.spi.Resource;
import kit.spi.Step;

/**
 * What has to be done for a project.
 *
 * @param call the arguments
 * @param source the project
 * @param now what there is
 * @param stored what is kept of an inline definition; empty if there is none
 */
record ComposePlan(
    DockerCompose call, ComposeSource source, ComposeState now, Optional<FileContent> stored) {

  Plan absent(ComposeLook look) {
    ComposeCommands commands = new ComposeCommands(call, source, now);
    if (!call.services().isEmpty()) {
      Lines lines = new Lines();
      now.containers().stream()
          .filter(each -> call.services().contains(each.service()))
          .forEach(each -> lines.add(each.name(), each.state(), ""));
      return lines.none()
          ? Plan.unchanged("no container of " + named(call.services()), now.values())
          : done("remove " + named(call.services()), commands.remove(), lines);
    }
    boolean volumes = call.removeVolumes() && !now.volumes().isEmpty();
    boolean file = stored.filter(each -> each.state() != FileContent.State.ABSENT).isPresent();
    if (now.nothing() && !volumes && !file) {
      return Plan.unchanged("project " + now.project() + " is not there", now.values());
    }
    if (!now.invalid().isEmpty() && source.definition().isEmpty() && !now.plugin()) {
      return invalid();
    }
    Lines lines = new Lines();
    now.containers().forEach(each -> lines.add("container", each.name(), ""));
    now.networks().forEach(each -> lines.add("network", each, ""));
    if (volumes) {
      now.volumes().forEach(each -> lines.add("volume", each, ""));
    }
    Change change =
        done("remove project " + now.project(), commands.down(), lines)
            .predicts(look, now.gone(call.removeVolumes()));
    return file
        ? change
            .run(commands.forget())
            .touches(Resource.tree(source.directory()))
            .diff(Diff.of(source.file(), stored.get().text(), ""))
        : change;
  }

  Plan present(Host host) {
    if (!now.invalid().isEmpty()) {
      return invalid();
    }
    for (String service : call.services()) {
      if (!now.services().containsKey(service)) {
        return unknown(service);
      }
    }
    for (String service : call.scale().keySet()) {
      if (!now.services().containsKey(service)) {
        return unknown(service);
      }
    }
    Set<String> scope = scope();
    Lines lines = new Lines();
    Set<String> jobs = jobs();
    boolean rest = call.state() == State.STOPPED;
    boolean creates = false;
    for (String service : scope) {
      ComposeDrift drift = drift(service, jobs.contains(service));
      creates |= drift.creates();
      (rest ? drift.stopped() : drift.running())
          .forEach(l -> lines.add(l.field(), l.from(), l.to()));
    }
    if (call.removeOrphans()) {
      now.containers().stream()
          .filter(each -> !now.all().contains(each.service()))
          .forEach(each -> lines.add(each.name(), each.state(), ""));
    }
    String text = source.definition();
    boolean write = !text.isEmpty() && !stored.orElseThrow().text().equals(text);
    boolean asked =
        call.build() == Build.ALWAYS
            || call.pull() == Pull.ALWAYS
            || call.recreate() == Recreate.ALWAYS;
    boolean restart = call.state() == State.RESTARTED;
    ComposeCommands commands = new ComposeCommands(call, source, now);
    if (lines.none() && !write && !asked && !restart) {
      return quiet(scope, commands);
    }
    if (restart && lines.none()) {
      scope.forEach(service -> lines.add(service, "running", "restarted"));
    }
    Change change = Plan.change((rest ? "stop " : "run ") + "project " + now.project());
    if (write) {
      change = keep(host, change);
    }
    if (call.recreate() == Recreate.ALWAYS && lines.none()) {
      scope.forEach(service -> lines.add(service, "running", "created anew"));
    }
    boolean sure = !lines.none() || write;
    String script = rest ? commands.stop(creates, scope) : commands.up(scope, jobs, restart);
    change = change.step(Step.Run.of(script)).reads(outputs -> values(outputs, sure));
    return touching(lines.none() ? change : change.diff(lines.diff("project " + now.project())));
  }

  /** Nothing differs; a health check may still be under way. */
  private Plan quiet(Set<String> scope, ComposeCommands commands) {
    boolean unsettled =
        call.await()
            && now.containers().stream()
                .filter(each -> scope.contains(each.service()) && !each.oneOff())
                .anyMatch(each -> each.running() && !each.settled());
    String is = call.state() == State.STOPPED ? " is stopped" : " runs";
    return unsettled
        ? Plan.change("wait for project " + now.project())
            .run(commands.await(scope, jobs()))
            .waiting()
            .reads(outputs -> values(outputs, false))
        : Plan.unchanged("project " + now.project() + is, now.values());
  }

  private Map<String, Object> values(List<Output> outputs, boolean sure) {
    String text = outputs.get(outputs.size() - 1).text();
    Map<String, Object> values =
        new LinkedHashMap<>(ComposeState.values(now.project(), ComposeContainer.read(text)));
    if (!sure) {
      values.put("changed", text.contains("\n@changed\n") || text.startsWith("@changed\n"));
    }
    return values;
  }

  private Change keep(Host host, Change change) {
    byte[] content = source.definition().getBytes(StandardCharsets.UTF_8);
    String before = stored.orElseThrow().text();
    boolean secret = host.secret(source.definition()).isPresent();
    return change
        .run(new ComposeCommands(call, source, now).directory())
        .step(Step.Write.of(source.file(), content).at(0600).closed(secret))
        .touches(Resource.tree(source.directory()))
        .diff(
            Diff.of(
                source.file(),
                secret ? masked(before, source.definition()) : before,
                source.definition()));
  }

  /** Lines that go may hold an older secret, which nobody knows to be one. */
  private static String masked(String before, String after) {
    Set<String> known = new LinkedHashSet<>(List.of(after.split("\n")));
    StringBuilder shown = new StringBuilder();
    for (String line : before.isEmpty() ? new String[0] : before.split("\n")) {
      shown.append(known.contains(line) ? line : "******").append('\n');
    }
    return shown.toString();
  }

  private ComposeDrift drift(String service, boolean job) {
    List<ComposeContainer> mine = new ArrayList<>();
    for (ComposeContainer each : now.containers()) {
      if (each.service().equals(service) && !each.oneOff()) {
        mine.add(each);
      }
    }
    int count = call.scale().getOrDefault(service, now.services().get(service).count());
    return new ComposeDrift(
        service,
        mine,
        count,
        job,
        call.recreate() == Recreate.NEVER ? "" : now.hashes().getOrDefault(service, ""),
        now.images());
  }

  private Set<String> jobs() {
    Set<String> jobs = new LinkedHashSet<>();
    now.services().values().forEach(service -> jobs.addAll(service.awaited()));
    return jobs;
  }

  /** The services asked for, and what they depend on; stopping goes no further than asked. */
  private Set<String> scope() {
    if (call.services().isEmpty()) {
      return now.services().keySet();
    }
    Set<String> scope = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(call.services());
    while (!open.isEmpty()) {
      String service = open.remove(0);
      if (scope.add(service)
          && call.dependencies()
          && call.state() == State.PRESENT
          && now.services().containsKey(service)) {
        open.addAll(now.services().get(service).needs());
      }
    }
    scope.retainAll(now.services().keySet());
    return scope;
  }

  private Change done(String summary, String script, Lines lines) {
    return touching(
        Plan.change(summary)
            .run(script)
            .diff(lines.diff("project " + now.project()))
            .reads(outputs -> ComposeState.values(now.project(), List.of())));
  }

  private static Change touching(Change change) {
    return change.touches(
        new Resource("docker", "container"),
        new Resource("docker", "network"),
        new Resource("docker", "volume"),
        new Resource("docker", "image"));
  }

  private Plan invalid() {
    String said = now.invalid().strip();
    boolean missing =
        said.contains("no such")
            || said.contains("o configuration file")
            || said.contains("an't find");
    return Plan.refused(
        "Compose cannot read the project in " + source.directory() + ": " + said,
        source.definition().isEmpty() && missing
            ? "bring its files there first, or name others: files: ['prod.yml']"
            : "correct the definition");
  }

  private Plan unknown(String service) {
    return Plan.refused(
        "project " + now.project() + " has no service '" + service + "'",
        "it has " + String.join(", ", now.services().keySet()) + "; profiles may bring more");
  }

  private static String named(List<String> services) {
    return (services.size() == 1 ? "service " : "services ") + String.join(", ", services);
  }
}
