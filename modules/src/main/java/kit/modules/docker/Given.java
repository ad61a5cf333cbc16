package kit.modules.docker;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.modules.docker.DockerContainer.RestartPolicy;
import kit.query.CommandWords;
import kit.spi.PlanException;

/**
 * What the arguments of a container say, in the words of docker create.
 *
 * @param values by setting; what is not given is not in it
 * @param env environment, by name; empty if none is given
 * @param networks that it is in
 */
record Given(
    Map<String, List<String>> values,
    Optional<Map<String, String>> env,
    List<Attachment> networks) {

  /**
   * @param lines of the file with environment
   * @throws PlanException if an argument cannot be
   */
  static Given of(DockerContainer call, List<String> lines) {
    refuse(call.cleanup() && call.detach(), "cleanup goes with detach: false");
    refuse(
        call.restartRetries().isPresent()
            && call.restartPolicy().orElse(RestartPolicy.NO) != RestartPolicy.ON_FAILURE,
        "restartRetries goes with restartPolicy: 'on-failure'");
    refuse(
        call.networkMode().filter(mode -> mode.isBlank() || mode.startsWith("-")).isPresent(),
        "networkMode is no network");
    command(call);
    Map<String, List<String>> values = new LinkedHashMap<>();
    texts(call, values);
    numbers(call, values);
    lists(call, values);
    List<String> known =
        new ArrayList<>(List.of("*", "image", "command", "entrypoint", "env", "networks"));
    Settings.all().forEach(setting -> known.add(setting.name()));
    for (String each : call.comparisons().keySet()) {
      refuse(!known.contains(each), "comparisons: '" + each + "' cannot be compared");
    }
    return new Given(values, env(call, lines), Attachment.given(call.networks()));
  }

  private static void texts(DockerContainer call, Map<String, List<String>> values) {
    put(values, "user", call.user());
    put(values, "workingDir", call.workingDir());
    put(values, "hostname", call.hostname());
    put(values, "domainname", call.domainname());
    put(values, "usernsMode", call.usernsMode());
    put(values, "cpusetCpus", call.cpusetCpus());
    put(values, "logDriver", call.logDriver());
    put(values, "stopSignal", call.stopSignal());
    put(values, "pidMode", call.pidMode());
    put(values, "ipcMode", call.ipcMode());
    put(values, "uts", call.uts());
    put(values, "runtime", call.runtime());
    put(values, "restartPolicy", call.restartPolicy().map(policy -> restart(call, policy)));
    truth(values, "publishAllPorts", call.publishAllPorts());
    truth(values, "privileged", call.privileged());
    truth(values, "readOnly", call.readOnly());
    truth(values, "init", call.init());
    truth(values, "interactive", call.interactive());
    truth(values, "tty", call.tty());
    truth(values, "autoRemove", call.autoRemove());
  }

  private static void numbers(DockerContainer call, Map<String, List<String>> values) {
    size(values, "memory", call.memory());
    size(values, "memoryReservation", call.memoryReservation());
    size(values, "memorySwap", call.memorySwap());
    size(values, "shmSize", call.shmSize());
    call.cpus().ifPresent(n -> values.put("cpus", Sizes.cpus(BigDecimal.valueOf(n))));
    call.cpuShares().ifPresent(n -> values.put("cpuShares", Sizes.number(n)));
    call.pidsLimit().ifPresent(n -> values.put("pidsLimit", Sizes.number(n)));
    call.oomScoreAdj().ifPresent(n -> values.put("oomScoreAdj", Sizes.number(n)));
    put(values, "stopTimeout", call.stopTimeout().map(String::valueOf));
  }

  private static void lists(DockerContainer call, Map<String, List<String>> values) {
    list(values, "labels", Settings.pairs(call.labels()));
    list(values, "logOptions", Settings.pairs(call.logOptions()));
    list(values, "sysctls", Settings.pairs(call.sysctls()));
    List<String> hosts = new ArrayList<>();
    call.etcHosts().forEach((name, address) -> hosts.add(name + ":" + address));
    list(values, "etcHosts", hosts);
    list(values, "publishedPorts", Ports.given(call.publishedPorts()));
    list(values, "exposedPorts", Ports.exposed(call.exposedPorts()));
    list(values, "volumes", Volumes.given(call.volumes()));
    list(values, "mounts", Mounts.given(call.mounts()));
    list(values, "volumesFrom", call.volumesFrom());
    list(values, "tmpfs", call.tmpfs());
    list(values, "groups", call.groups());
    list(values, "dnsServers", call.dnsServers());
    list(values, "dnsSearchDomains", call.dnsSearchDomains());
    list(values, "dnsOpts", call.dnsOpts());
    list(values, "capabilities", Settings.caps(call.capabilities()));
    list(values, "capDrop", Settings.caps(call.capDrop()));
    for (String option : call.securityOpts()) {
      refuse(
          option.startsWith("seccomp=") && !option.endsWith("=unconfined"),
          "a profile for seccomp cannot be read back, so it cannot be compared");
    }
    list(values, "securityOpts", Settings.security(call.securityOpts()));
    list(values, "ulimits", call.ulimits().stream().map(Given::ulimit).toList());
    list(values, "devices", call.devices().stream().map(Given::device).toList());
    list(values, "healthcheck", Healthcheck.given(call.healthcheck()));
  }

  private static void put(Map<String, List<String>> values, String name, Optional<String> value) {
    value.ifPresent(text -> values.put(name, Settings.some(text)));
    if (name.equals("restartPolicy") && value.filter("no"::equals).isPresent()) {
      values.put(name, List.of());
    }
  }

  private static void truth(Map<String, List<String>> values, String name, Optional<Boolean> on) {
    on.ifPresent(value -> values.put(name, Settings.truth(value)));
  }

  private static void size(Map<String, List<String>> values, String name, Optional<String> text) {
    text.map(each -> Sizes.bytes(name, each))
        .ifPresent(bytes -> values.put(name, bytes.equals("0") ? List.of() : List.of(bytes)));
  }

  private static void list(Map<String, List<String>> values, String name, List<String> list) {
    if (!list.isEmpty()) {
      values.put(name, list);
    }
  }

  private static String restart(DockerContainer call, RestartPolicy policy) {
    String name = policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return name + call.restartRetries().filter(n -> n > 0).map(n -> ":" + n).orElse("");
  }

  /** {@code nofile:1024:2048} as {@code nofile=1024:2048}; one number is both. */
  private static String ulimit(String text) {
    String plain = text.replaceFirst("[:=]", "=");
    int equals = plain.indexOf('=');
    refuse(equals < 1, "'" + text + "' is no ulimit");
    return plain.indexOf(':') < 0 ? plain + ":" + plain.substring(equals + 1) : plain;
  }

  private static String device(String text) {
    String[] parts = text.split(":");
    refuse(!parts[0].startsWith("/") || parts.length > 3, "'" + text + "' is no device");
    String inside = parts.length > 1 ? parts[1] : parts[0];
    return parts[0] + ":" + inside + ":" + (parts.length > 2 ? parts[2] : "rwm");
  }

  private static Optional<Map<String, String>> env(DockerContainer call, List<String> lines) {
    if (call.env().isEmpty() && call.envFile().isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> env = new LinkedHashMap<>();
    for (String line : lines) {
      String text = line.stripLeading();
      int equals = text.indexOf('=');
      if (equals > 0 && !text.startsWith("#")) {
        env.put(text.substring(0, equals), text.substring(equals + 1).stripTrailing());
      }
    }
    call.env().forEach((name, value) -> env.put(name, value == null ? "" : value.toString()));
    env.forEach(Environment::check);
    return Optional.of(env);
  }

  /** The words that the command is, if one is given. */
  static Optional<List<String>> command(DockerContainer call) {
    return call.command()
        .map(
            given -> {
              if (given instanceof List<?> words) {
                return words.stream().map(String::valueOf).toList();
              }
              return CommandWords.split(given.toString());
            });
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new PlanException(message, "kit doc dockerContainer tells more");
    }
  }
}
