package kit.modules.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kit.modules.docker.Setting.Kind;

/** All settings of a container that are read back from what docker inspect tells. */
final class Settings {

  private final List<Setting> all = new ArrayList<>();

  private Settings() {}

  static List<Setting> all() {
    Settings settings = new Settings();
    settings.identity();
    settings.processes();
    settings.networks();
    settings.storage();
    settings.limits();
    settings.rights();
    return settings.all;
  }

  private void identity() {
    Function<Node, List<String>> labels = config -> config.at("Config", "Labels").pairs();
    add("labels", "--label", Kind.MAP, labels, labels);
    add("hostname", "--hostname", Kind.ONE, Settings::hostname, image -> List.of());
    one("domainname", "--domainname", "Config", "Domainname");
    host("logDriver", "--log-driver", "LogConfig", "Type");
    add(
        "logOptions",
        "--log-opt",
        Kind.MAP,
        c -> c.at("HostConfig", "LogConfig", "Config").pairs(),
        image -> List.of());
    add("restartPolicy", "--restart", Kind.ONE, Settings::restart, image -> List.of());
    truth("autoRemove", "--rm=", "HostConfig", "AutoRemove");
    host("runtime", "--runtime", "Runtime");
  }

  private void processes() {
    one("user", "--user", "Config", "User");
    one("workingDir", "--workdir", "Config", "WorkingDir");
    truth("tty", "--tty=", "Config", "Tty");
    truth("interactive", "--interactive=", "Config", "OpenStdin");
    truth("init", "--init=", "HostConfig", "Init");
    one("stopSignal", "--stop-signal", "Config", "StopSignal");
    one("stopTimeout", "--stop-timeout", "Config", "StopTimeout");
    add("healthcheck", "--health-", Kind.PART, Healthcheck::read, Healthcheck::read);
    host("pidMode", "--pid", "PidMode");
    host("ipcMode", "--ipc", "IpcMode");
    host("uts", "--uts", "UTSMode");
    host("usernsMode", "--userns", "UsernsMode");
    list("groups", "--group-add", "GroupAdd");
  }

  private void networks() {
    add("publishedPorts", "--publish", Kind.SET, Ports::published, image -> List.of());
    Function<Node, List<String>> exposed =
        c -> List.copyOf(c.at("Config", "ExposedPorts").fields().keySet());
    add("exposedPorts", "--expose", Kind.PART, exposed, exposed);
    truth("publishAllPorts", "--publish-all=", "HostConfig", "PublishAllPorts");
    ordered("dnsServers", "--dns", "Dns");
    ordered("dnsSearchDomains", "--dns-search", "DnsSearch");
    list("dnsOpts", "--dns-option", "DnsOptions");
    list("etcHosts", "--add-host", "ExtraHosts");
    pairs("sysctls", "--sysctl", "Sysctls");
  }

  private void storage() {
    add("volumes", "--volume", Kind.SET, Volumes::read, Volumes::ofImage);
    add("mounts", "--mount", Kind.SET, Mounts::read, image -> List.of());
    list("volumesFrom", "--volumes-from", "VolumesFrom");
    add("tmpfs", "--tmpfs", Kind.SET, Volumes::tmpfs, image -> List.of());
    truth("readOnly", "--read-only=", "HostConfig", "ReadonlyRootfs");
    number("shmSize", "--shm-size", "ShmSize");
    add("devices", "--device", Kind.SET, Settings::devices, image -> List.of());
  }

  private void limits() {
    number("memory", "--memory", "Memory");
    number("memoryReservation", "--memory-reservation", "MemoryReservation");
    number("memorySwap", "--memory-swap", "MemorySwap");
    add(
        "cpus",
        "--cpus",
        Kind.ONE,
        c -> Sizes.cpus(c.at("HostConfig", "NanoCpus").number()),
        i -> List.of());
    number("cpuShares", "--cpu-shares", "CpuShares");
    host("cpusetCpus", "--cpuset-cpus", "CpusetCpus");
    number("pidsLimit", "--pids-limit", "PidsLimit");
    number("oomScoreAdj", "--oom-score-adj", "OomScoreAdj");
    add("ulimits", "--ulimit", Kind.SET, Settings::ulimits, image -> List.of());
  }

  private void rights() {
    truth("privileged", "--privileged=", "HostConfig", "Privileged");
    add(
        "capabilities",
        "--cap-add",
        Kind.SET,
        c -> caps(c.at("HostConfig", "CapAdd").texts()),
        i -> List.of());
    add(
        "capDrop",
        "--cap-drop",
        Kind.SET,
        c -> caps(c.at("HostConfig", "CapDrop").texts()),
        i -> List.of());
    add(
        "securityOpts",
        "--security-opt",
        Kind.SET,
        c -> security(c.at("HostConfig", "SecurityOpt").texts()),
        image -> List.of());
  }

  private void add(
      String name,
      String option,
      Kind kind,
      Function<Node, List<String>> read,
      Function<Node, List<String>> usual) {
    all.add(Setting.of(name, option, kind, read).image(usual));
  }

  /** One value, empty or 0 for none, which an image may have too. */
  private void one(String name, String option, String... place) {
    Function<Node, List<String>> read = node -> some(node.at(place).text());
    add(name, option, Kind.ONE, read, read);
  }

  private void host(String name, String option, String... place) {
    add(name, option, Kind.ONE, c -> some(c.at("HostConfig").at(place).text()), image -> List.of());
  }

  private void number(String name, String option, String place) {
    add(
        name,
        option,
        Kind.ONE,
        c -> Sizes.number(c.at("HostConfig", place).number()),
        image -> List.of());
  }

  private void truth(String name, String option, String... place) {
    add(name, option, Kind.ONE, c -> truth(c.at(place).truth()), image -> List.of());
  }

  private void list(String name, String option, String place) {
    add(name, option, Kind.SET, c -> c.at("HostConfig", place).texts(), image -> List.of());
  }

  private void ordered(String name, String option, String place) {
    add(name, option, Kind.LIST, c -> c.at("HostConfig", place).texts(), image -> List.of());
  }

  private void pairs(String name, String option, String place) {
    add(name, option, Kind.MAP, c -> c.at("HostConfig", place).pairs(), image -> List.of());
  }

  /** False is what is usual. */
  static List<String> truth(boolean on) {
    return on ? List.of("true") : List.of();
  }

  static List<String> some(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  /** A container that was given none is called after its id, or as what it shares names with. */
  private static List<String> hostname(Node container) {
    String name = container.at("Config", "Hostname").text();
    Node host = container.at("HostConfig");
    boolean shared =
        host.at("NetworkMode").text().startsWith("container:")
            || host.at("UTSMode").text().equals("host");
    boolean own = !shared && !container.at("Id").text().startsWith(name);
    return own ? List.of(name) : List.of();
  }

  private static List<String> restart(Node container) {
    Node policy = container.at("HostConfig", "RestartPolicy");
    long retries = policy.at("MaximumRetryCount").number();
    String name = policy.at("Name").text();
    return name.isEmpty() || name.equals("no")
        ? List.of()
        : List.of(retries > 0 ? name + ":" + retries : name);
  }

  private static List<String> devices(Node container) {
    List<String> devices = new ArrayList<>();
    for (Node each : container.at("HostConfig", "Devices").items()) {
      String rights = each.at("CgroupPermissions").text();
      devices.add(
          each.at("PathOnHost").text() + ":" + each.at("PathInContainer").text() + ":" + rights);
    }
    return devices;
  }

  private static List<String> ulimits(Node container) {
    List<String> limits = new ArrayList<>();
    for (Node each : container.at("HostConfig", "Ulimits").items()) {
      limits.add(
          each.at("Name").text() + "=" + each.at("Soft").text() + ":" + each.at("Hard").text());
    }
    return limits;
  }

  static List<String> caps(List<String> names) {
    return names.stream()
        .map(name -> name.toUpperCase(java.util.Locale.ROOT))
        .map(name -> name.startsWith("CAP_") ? name.substring(4) : name)
        .toList();
  }

  static List<String> security(List<String> options) {
    return options.stream()
        .map(each -> each.startsWith("no-new-privileges") ? each.replace("=", ":") : each)
        .map(each -> each.equals("no-new-privileges:true") ? "no-new-privileges" : each)
        .toList();
  }

  /** {@code name=value} of a map that was given. */
  static List<String> pairs(Map<?, ?> map) {
    List<String> pairs = new ArrayList<>();
    map.forEach((name, value) -> pairs.add(name + "=" + (value == null ? "" : value)));
    return pairs;
  }
}
