package kit.modules.docker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.modules.docker.Setting.Comparison;
import kit.query.Content;
import kit.query.HostPath;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.Query;
import kit.spi.Shadows;

/**
 * Makes, changes, starts, stops and removes a container of Docker.
 *
 * <p>What is given is compared with what docker inspect tells, the image's own values respected. If
 * it differs the container is made anew; what is not given stays as it was. A given list or map is
 * the whole of it: what is missing in it goes, unless {@code comparisons} allows more. The
 * environment reaches the client in a file, never as an argument. The result has {@code container}.
 *
 * <pre>{@code
 * dockerContainer name: 'web', image: 'shop/web:1.2', ports: ['8080:80'], restartPolicy: 'always'
 * dockerContainer name: 'db', image: 'db:1', env: [DB_PASSWORD: password], volumes: ['db:/var/lib/db'], networks: [[name: 'shop', ipv4Address: '172.30.0.10']]
 * dockerContainer name: 'job', image: 'shop/web:1.2', command: ['bin/migrate'], detach: false, cleanup: true
 * dockerContainer name: 'old', state: 'absent'
 * }</pre>
 *
 * @param name of the container
 * @param image that it is made of; needed only to make one
 * @param state started (by default), healthy, present (whether it runs or not), stopped or absent
 * @param command what it runs: a list of words, or a text that is split as a shell would
 * @param entrypoint program before the command
 * @param env environment, besides the image's
 * @param envFile file on the host with more of it, a NAME=VALUE in each line
 * @param publishedPorts ports of the host that lead into it: {@code 8080:80}, {@code
 *     127.0.0.1:53:53/udp}; on every address, IPv6 too, if none is said
 * @param exposedPorts ports that it says to listen on
 * @param publishAllPorts whether these get ports of the host, whichever are free
 * @param volumes {@code NAME:PATH}, {@code /dir:PATH:ro}, or a path
 * @param mounts of more kinds: type (bind, volume or tmpfs), source, target, readOnly, propagation,
 *     noCopy, tmpfsSize, tmpfsMode, volumeDriver, volumeOptions, labels
 * @param volumesFrom containers whose volumes it has too
 * @param tmpfs paths in memory, options after a colon
 * @param networks that it is in: names, or maps with name, ipv4Address, ipv6Address and aliases;
 *     others stay
 * @param purgeNetworks whether it leaves other networks; {@code comparisons: [networks: 'strict']}
 *     says the same
 * @param networkMode bridge, host, none, container:NAME or a network; the first of networks by
 *     default
 * @param restartPolicy no, always, unless-stopped or on-failure
 * @param restartRetries how often, with on-failure
 * @param labels besides the image's
 * @param user user, or user:group, in it
 * @param groups further groups
 * @param workingDir directory that the command runs in
 * @param hostname its own name
 * @param domainname its own domain
 * @param dnsServers name servers
 * @param dnsSearchDomains domains for names without one
 * @param dnsOpts options of its resolver
 * @param etcHosts addresses by name, for its /etc/hosts
 * @param capabilities rights of the kernel that it has in addition
 * @param capDrop rights of the kernel that it does not have
 * @param privileged whether it may do all
 * @param readOnly whether its file system is read-only
 * @param securityOpts no-new-privileges, apparmor=..., label=..., seccomp=unconfined
 * @param usernsMode namespace of users: host
 * @param memory most that it may use: {@code 512m}
 * @param memoryReservation what it is held to when memory is short
 * @param memorySwap memory and swap together; unlimited or -1 for any
 * @param cpus most processors that it may use: 1.5
 * @param cpuShares weight against others
 * @param cpusetCpus processors that it may use: 0-3
 * @param pidsLimit most processes
 * @param oomScoreAdj how soon it is killed when memory is short
 * @param ulimits {@code nofile:1024:2048}: soft and hard
 * @param sysctls settings of the kernel
 * @param logDriver what takes its output
 * @param logOptions options of that
 * @param init whether a small init reaps processes in it
 * @param stopTimeout seconds that it may take to stop
 * @param stopSignal signal that stops it
 * @param devices {@code /dev/x:/dev/x:rwm}
 * @param shmSize size of its /dev/shm
 * @param pidMode namespace of processes: host, container:NAME
 * @param ipcMode namespace of shared memory: host, private, shareable, container:NAME
 * @param uts namespace of the host name: host
 * @param runtime what runs it, instead of runc
 * @param interactive whether its standard input stays open
 * @param tty whether it has a terminal
 * @param healthcheck test (text or list, which the image's sh runs), interval, timeout,
 *     startPeriod, retries
 * @param healthyWaitTimeout how long healthy waits
 * @param autoRemove whether it goes when it ends
 * @param detach false waits until it ends; the result has its output, and its status as rc
 * @param cleanup whether it is removed then
 * @param pull missing (by default), always or never
 * @param recreate whether it is made anew in each run
 * @param restart whether it is restarted in each run
 * @param keepVolumes whether volumes without a name stay when it goes
 * @param forceKill whether it is killed, not stopped
 * @param killSignal signal for that
 * @param comparisons by argument, or {@code *} for all: strict (by default), allow_more_present or
 *     ignore
 * @param dockerHost address of the engine; the client's own by default
 * @param dockerCli the client; docker by default
 */
@EngineLacks
@Lacks(
    value = "networksCliCompatible",
    instead = "leave it out: the first of networks is where it begins, as with docker run")
@Lacks(value = "defaultHostIp", instead = "write it in publishedPorts: '127.0.0.1:8080:80'")
@Lacks(
    value = {"ignoreImage", "imageComparison", "imageNameMismatch", "imageLabelMismatch"},
    instead = "comparisons: [image: 'ignore']")
@Lacks(
    value = {"commandHandling", "containerDefaultBehavior"},
    instead = "leave it out: what is not given stays as it is")
@Lacks(value = "outputLogs", instead = "with detach: false the result has stdout")
@Lacks(value = "paused", instead = "command 'docker pause NAME'")
@Lacks(
    value = {"cpuPeriod", "cpuQuota"},
    instead = "cpus: 1.5")
@Lacks(value = "removalWaitTimeout", instead = "leave it out")
@Lacks(value = "volumeDriver", instead = "dockerVolume driver: ...")
@Lacks(
    value = {
      "blkioWeight",
      "cgroupParent",
      "cgroupnsMode",
      "cpusetMems",
      "deviceReadBps",
      "deviceReadIops",
      "deviceRequests",
      "deviceWriteBps",
      "deviceWriteIops",
      "kernelMemory",
      "links",
      "macAddress",
      "memorySwappiness",
      "oomKiller",
      "platform",
      "storageOpts"
    },
    instead = "dockerCompose with an inline definition can say it")
public record DockerContainer(
    String name,
    Optional<String> image,
    @Default("started") State state,
    Optional<Object> command,
    List<String> entrypoint,
    @Shadows Map<String, Object> env,
    Optional<String> envFile,
    @Alias("ports") List<String> publishedPorts,
    @Alias({"exposed", "expose"}) List<String> exposedPorts,
    Optional<Boolean> publishAllPorts,
    List<String> volumes,
    List<Map<String, Object>> mounts,
    List<String> volumesFrom,
    List<String> tmpfs,
    List<Object> networks,
    @Default("false") boolean purgeNetworks,
    Optional<String> networkMode,
    Optional<RestartPolicy> restartPolicy,
    Optional<Integer> restartRetries,
    Map<String, Object> labels,
    Optional<String> user,
    List<String> groups,
    Optional<String> workingDir,
    Optional<String> hostname,
    Optional<String> domainname,
    List<String> dnsServers,
    List<String> dnsSearchDomains,
    List<String> dnsOpts,
    Map<String, Object> etcHosts,
    @Alias("capAdd") List<String> capabilities,
    List<String> capDrop,
    Optional<Boolean> privileged,
    Optional<Boolean> readOnly,
    List<String> securityOpts,
    Optional<String> usernsMode,
    Optional<String> memory,
    Optional<String> memoryReservation,
    Optional<String> memorySwap,
    Optional<Double> cpus,
    Optional<Long> cpuShares,
    Optional<String> cpusetCpus,
    Optional<Long> pidsLimit,
    Optional<Long> oomScoreAdj,
    List<String> ulimits,
    Map<String, Object> sysctls,
    Optional<String> logDriver,
    @Alias("logOpt") Map<String, Object> logOptions,
    Optional<Boolean> init,
    Optional<Integer> stopTimeout,
    Optional<String> stopSignal,
    List<String> devices,
    Optional<String> shmSize,
    Optional<String> pidMode,
    Optional<String> ipcMode,
    Optional<String> uts,
    Optional<String> runtime,
    Optional<Boolean> interactive,
    Optional<Boolean> tty,
    Map<String, Object> healthcheck,
    @Default("300s") Duration healthyWaitTimeout,
    Optional<Boolean> autoRemove,
    @Default("true") boolean detach,
    @Default("false") boolean cleanup,
    @Default("missing") Pull pull,
    @Default("false") boolean recreate,
    @Default("false") boolean restart,
    @Default("true") boolean keepVolumes,
    @Default("false") boolean forceKill,
    Optional<String> killSignal,
    Map<String, Comparison> comparisons,
    @Alias("dockerUrl") Optional<String> dockerHost,
    @Default("docker") String dockerCli)
    implements Module {

  /** What should be. */
  public enum State {
    STARTED,
    HEALTHY,
    PRESENT,
    STOPPED,
    ABSENT
  }

  /** When the engine starts it by itself. */
  public enum RestartPolicy {
    NO,
    ALWAYS,
    UNLESS_STOPPED,
    ON_FAILURE
  }

  /** When its image is pulled. */
  public enum Pull {
    MISSING,
    ALWAYS,
    NEVER,
    YES,
    NO;

    boolean always() {
      return this == ALWAYS || this == YES;
    }
  }

  /** Whether it leaves the networks that are not given. */
  boolean purges() {
    return purgeNetworks || comparisons.get("networks") == Comparison.STRICT;
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public Plan plan(Host host) {
    Engine engine = Engine.of(dockerCli, dockerHost);
    Names.check("a container", name);
    image.ifPresent(ImageName::checked);
    Given.of(this, List.of());
    Inspect container = new Inspect(engine, Inspect.Type.CONTAINER, name);
    List<Query<?>> questions = new ArrayList<>(List.of(container));
    Optional<Inspect> made = image.map(text -> new Inspect(engine, Inspect.Type.IMAGE, text));
    made.ifPresent(questions::add);
    List<Inspect> others = Joined.questions(this, engine);
    questions.addAll(others);
    Optional<Content> file = envFile.map(path -> new Content(HostPath.of(host, path, "envFile")));
    file.ifPresent(questions::add);
    host.askAll(questions.toArray(new Query<?>[0]));
    Inspect.Found now = host.ask(container);
    if (!now.error().isEmpty()) {
      return Engine.refused(now.error());
    }
    List<String> lines = List.of();
    if (file.isPresent()) {
      if (!host.ask(file.get()).held()) {
        return Plan.refused("envFile " + envFile.get() + " cannot be read", "is it there?");
      }
      lines = List.of(host.ask(file.get()).text().split("\n"));
    }
    Optional<Node> wanted = made.map(question -> host.ask(question).it());
    Joined joined = Joined.of(host, others);
    return new ContainerPlan(this, engine, now, wanted, Given.of(this, lines), joined, host)
        .plan(container);
  }
}
