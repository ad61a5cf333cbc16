package kit.modules.docker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.query.Content;
import kit.query.FileContent;
import kit.query.HostPath;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Query;
import kit.spi.Shadows;

/**
 * Runs projects of Docker Compose: with the plugin of version 2 if the host has it, else with the
 * program docker-compose.
 *
 * <p>What has to be done is told by the hashes that Compose leaves on its containers, their images
 * and their states, so that checking changes nothing. An inline definition is kept in {@code
 * /var/lib/kit/compose/NAME/docker-compose.yml}, for its owner only (of users other than root in
 * {@code ~/.local/share/kit/compose}); in it, as in files, {@code $$} is a dollar. A container that
 * another service awaits to end well (service_completed_successfully) may have ended. The result
 * has {@code project} and {@code containers}.
 *
 * <pre>{@code
 * dockerCompose projectSrc: '/srv/shop', removeOrphans: true, wait: true
 * dockerCompose projectName: 'blog', definition: [services: [web: [image: 'blog:2', ports: ['8080:80']]]]
 * dockerCompose projectSrc: '/srv/shop', state: 'absent', removeVolumes: true
 * }</pre>
 *
 * @param projectSrc directory of the project on the host
 * @param projectName name of the project; that of the definition or of the directory by default
 * @param files of the definition, in projectSrc unless absolute; those that Compose looks for by
 *     default
 * @param definition the definition itself, instead of projectSrc; needs projectName
 * @param envFiles with values for the definition; docker-compose of version 1 takes one
 * @param profiles that are on
 * @param services only these; all by default
 * @param state present (by default: running), absent, stopped or restarted
 * @param dependencies whether what the services depend on is run too
 * @param build always, never, or policy: images that are missing
 * @param pull always, missing, never, or policy: as the definition says
 * @param recreate containers always, never, or auto: when their definition or image has changed
 * @param renewAnonVolumes whether new containers get new anonymous volumes
 * @param scale how many containers, by service
 * @param removeOrphans whether containers of services that are no more go
 * @param removeVolumes whether absent takes the volumes too
 * @param removeImages that absent takes too: all, or local ones without a name of their own
 * @param timeout how long containers may take to stop
 * @param await whether to wait until the containers run, and are healthy if anything looks
 * @param waitTimeout how long
 * @param dockerHost address of the engine; the client's own by default
 * @param dockerCli the client; docker by default
 */
@EngineLacks
@Lacks(value = "envFile", instead = "envFiles: ['prod.env']")
@Lacks(value = "stopped", instead = "state: 'stopped'")
@Lacks(value = "restarted", instead = "state: 'restarted'")
@Lacks(value = "nocache", instead = "dockerImage source: 'build', noCache: true builds anew")
@Lacks(
    value = {"hostnameCheck", "assumeYes", "checkFilesExisting"},
    instead = "leave it out")
public record DockerCompose(
    Optional<String> projectSrc,
    Optional<String> projectName,
    List<String> files,
    Map<String, Object> definition,
    List<String> envFiles,
    List<String> profiles,
    List<String> services,
    @Default("present") State state,
    @Default("true") boolean dependencies,
    @Default("policy") Build build,
    @Default("policy") Pull pull,
    @Default("auto") Recreate recreate,
    @Default("false") boolean renewAnonVolumes,
    Map<String, Integer> scale,
    @Default("false") boolean removeOrphans,
    @Default("false") boolean removeVolumes,
    Optional<RemoveImages> removeImages,
    @Shadows Optional<Duration> timeout,
    @Alias("wait") @Default("false") boolean await,
    @Default("300s") Duration waitTimeout,
    @Alias("dockerUrl") Optional<String> dockerHost,
    @Default("docker") String dockerCli)
    implements Module {

  /** What should be. */
  public enum State {
    PRESENT,
    ABSENT,
    STOPPED,
    RESTARTED
  }

  /** When images are built. */
  public enum Build {
    ALWAYS,
    NEVER,
    POLICY
  }

  /** When images are pulled. */
  public enum Pull {
    ALWAYS,
    MISSING,
    NEVER,
    POLICY
  }

  /** When containers are made anew. */
  public enum Recreate {
    ALWAYS,
    NEVER,
    AUTO
  }

  /** Which images go with the rest. */
  public enum RemoveImages {
    ALL,
    LOCAL
  }

  @Override
  public String label() {
    return projectName.orElseGet(() -> HostPath.name(projectSrc.orElse("")));
  }

  @Override
  public Plan plan(Host host) {
    check();
    ComposeSource source = source(host);
    ComposeLook look = new ComposeLook(source, removeOrphans, !dependencies && !services.isEmpty());
    List<Query<?>> questions = new ArrayList<>(List.of(look));
    Content stored = new Content(source.file());
    if (!source.definition().isEmpty()) {
      questions.add(stored);
    }
    host.askAll(questions.toArray(new Query<?>[0]));
    ComposeState now = host.ask(look);
    if (!now.error().isEmpty()) {
      return Engine.refused(now.error());
    }
    if (!now.plugin() && envFiles.size() > 1) {
      return Plan.refused("docker-compose of version 1 takes one of envFiles", "join them");
    }
    if (!now.plugin() && pull == Pull.NEVER) {
      return Plan.refused(
          "docker-compose of version 1 cannot be kept from pulling", "leave pull out");
    }
    Optional<FileContent> file =
        source.definition().isEmpty() ? Optional.empty() : Optional.of(host.ask(stored));
    ComposePlan plan = new ComposePlan(this, source, now, file);
    return state == State.ABSENT ? plan.absent(look) : plan.present(host);
  }

  private ComposeSource source(Host host) {
    Engine engine = Engine.of(dockerCli, dockerHost);
    String text = definition.isEmpty() ? "" : YamlText.of(definition);
    String base =
        host.user().equals("root") ? "/var/lib/kit/compose" : "~/.local/share/kit/compose";
    String directory =
        text.isEmpty()
            ? HostPath.of(host, projectSrc.orElseThrow(), "projectSrc")
            : HostPath.of(host, base + "/" + projectName.orElseThrow(), "projectName");
    return new ComposeSource(
        engine, directory, projectName.orElse(""), files, envFiles, profiles, text);
  }

  private void check() {
    refuse(projectSrc.isPresent() == !definition.isEmpty(), "give either projectSrc or definition");
    refuse(!definition.isEmpty() && projectName.isEmpty(), "a definition needs projectName");
    refuse(!definition.isEmpty() && !files.isEmpty(), "both files and definition are given");
    refuse(
        !definition.isEmpty() && !(definition.get("services") instanceof Map<?, ?>),
        "the definition has no services");
    projectName.ifPresent(
        name ->
            refuse(
                name.isEmpty()
                    || !name.equals(ComposeLook.ordinary(name))
                    || !Character.isLetterOrDigit(name.charAt(0)),
                "projectName '" + name + "' has more than a-z, 0-9, - and _"));
    List<String> all = new ArrayList<>(services);
    all.addAll(scale.keySet());
    for (String service : all) {
      refuse(!Names.good(service), "'" + service + "' cannot be the name of a service");
    }
    scale.forEach((service, count) -> refuse(count < 0, "scale of " + service + " is below 0"));
    for (String file : files) {
      refuse(file.isEmpty() || file.equals("-"), "'" + file + "' is no file on the host");
    }
    boolean absent = state == State.ABSENT;
    refuse(!absent && removeVolumes, "removeVolumes goes with state: 'absent'");
    refuse(!absent && removeImages.isPresent(), "removeImages goes with state: 'absent'");
    refuse(
        await && (absent || state == State.STOPPED),
        "wait goes with state: 'present' or restarted");
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new PlanException(message, "kit doc dockerCompose shows what goes together");
    }
  }
}
