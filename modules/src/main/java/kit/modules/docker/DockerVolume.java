package kit.modules.docker;

import java.util.Map;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * Makes and removes a volume of Docker.
 *
 * <p>A volume cannot be changed: where it differs from what is given the call fails, unless {@code
 * recreate} says that its data may go. The result has {@code volume}.
 *
 * <pre>{@code
 * dockerVolume name: 'shop-data', labels: [app: 'shop']
 * dockerVolume name: 'scratch', driverOptions: [type: 'tmpfs', device: 'tmpfs', o: 'size=64m'], recreate: 'options-changed'
 * dockerVolume name: 'old', state: 'absent'
 * }</pre>
 *
 * @param name of the volume
 * @param state present (by default) or absent
 * @param driver of the volume
 * @param driverOptions options of that
 * @param labels of the volume
 * @param recreate never (by default), always, or options-changed: make it anew, its data lost
 * @param dockerHost address of the engine; the client's own by default
 * @param dockerCli the client; docker by default
 */
@EngineLacks
public record DockerVolume(
    @Alias("volumeName") String name,
    @Default("present") State state,
    @Default("local") String driver,
    Map<String, Object> driverOptions,
    Map<String, Object> labels,
    @Default("never") Recreate recreate,
    @Alias("dockerUrl") Optional<String> dockerHost,
    @Default("docker") String dockerCli)
    implements Module {

  /** Whether it should be there. */
  public enum State {
    PRESENT,
    ABSENT
  }

  /** When it is made anew. */
  public enum Recreate {
    NEVER,
    ALWAYS,
    OPTIONS_CHANGED
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public Plan plan(Host host) {
    Engine engine = Engine.of(dockerCli, dockerHost);
    Names.check("a volume", name);
    Inspect question = new Inspect(engine, Inspect.Type.VOLUME, name);
    Inspect.Found now = host.ask(question);
    if (!now.error().isEmpty()) {
      return Engine.refused(now.error());
    }
    String remove = "kit_docker volume rm " + name + " >/dev/null || exit\n";
    if (state == State.ABSENT) {
      return now.there()
          ? change("remove volume " + name, engine, remove, new Lines().add("volume", name, ""))
              .predicts(question, Inspect.Found.ABSENT)
          : Plan.unchanged("there is no volume " + name, Map.of());
    }
    Lines lines = new Lines();
    if (now.there()) {
      lines.add("driver", now.it().at("Driver").text(), driver);
      Differences.add(lines, "option", now.it().at("Options"), driverOptions);
      Differences.add(lines, "label", now.it().at("Labels"), labels);
      if (lines.none() && recreate != Recreate.ALWAYS) {
        return Plan.unchanged("volume " + name + " is there", values());
      }
      if (recreate == Recreate.NEVER) {
        return Plan.refused(
            "volume " + name + " is another one: " + lines.brief(),
            "a volume cannot be changed; recreate: 'options-changed' makes it anew, without its data");
      }
    }
    lines.add("volume", now.there() ? name : "", now.there() ? name + " made anew" : name);
    if (!now.there()) {
      Settings.pairs(driverOptions).forEach(pair -> lines.add("option", "", pair));
      Settings.pairs(labels).forEach(pair -> lines.add("label", "", pair));
    }
    Exposure.refuse(
        host,
        "docker volume create",
        Settings.pairs(driverOptions),
        "a mount of the host can read it from a file");
    StringBuilder create = new StringBuilder(now.there() ? remove : "");
    create.append("kit_docker volume create --driver ").append(Sh.quote(driver));
    Settings.pairs(driverOptions).forEach(pair -> create.append(" --opt ").append(Sh.quote(pair)));
    Settings.pairs(labels).forEach(pair -> create.append(" --label ").append(Sh.quote(pair)));
    create.append(' ').append(name).append(" >/dev/null\n");
    Inspect.Found then =
        Inspect.Found.of(
            Map.of(
                "Name",
                name,
                "Driver",
                driver,
                "Options",
                Differences.texts(driverOptions),
                "Labels",
                Differences.texts(labels)));
    return change("make volume " + name, engine, create.toString(), lines)
        .predicts(question, then)
        .value("volume", name);
  }

  private Change change(String summary, Engine engine, String script, Lines lines) {
    return Plan.change(summary)
        .run(engine.script(script))
        .diff(lines.diff("volume " + name))
        .touches(Inspect.resource(Inspect.Type.VOLUME, name), new Resource("docker", "container"));
  }

  private Map<String, Object> values() {
    return Map.of("volume", name);
  }
}
