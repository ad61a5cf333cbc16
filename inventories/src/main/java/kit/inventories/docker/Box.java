package kit.inventories.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A container as its engine describes it.
 *
 * @param raw the answer to {@code inspect}
 * @param labels its labels
 */
record Box(Map<String, Object> raw, Map<String, Object> labels) {
  private static final int SHORT = 13;

  /**
   * Where SSH is.
   *
   * @param host name or number
   * @param port as the engine writes it
   */
  record Address(String host, String port) {}

  static Box of(Map<String, Object> raw) {
    return new Box(raw, map(map(raw, "Config"), "Labels"));
  }

  String id() {
    return text(raw, "Id");
  }

  String shortId() {
    return id().substring(0, Math.min(SHORT, id().length()));
  }

  /** Its name; of one that has none, the short id. */
  String name() {
    String name = bare(text(raw, "Name"));
    return name.isEmpty() ? shortId() : name;
  }

  /** What the engine knows it by. */
  String handle() {
    String name = bare(text(raw, "Name"));
    return name.isEmpty() ? id() : name;
  }

  private static String bare(String name) {
    int at = 0;
    while (at < name.length() && name.charAt(at) == '/') {
      at++;
    }
    return name.substring(at);
  }

  String image() {
    return text(map(raw, "Config"), "Image");
  }

  /** created, running, paused, restarting, exited, dead ... */
  String state() {
    return text(map(raw, "State"), "Status");
  }

  boolean running() {
    return state().equals("running");
  }

  List<String> networks() {
    return List.copyOf(map(map(raw, "NetworkSettings"), "Networks").keySet());
  }

  Optional<String> label(String key) {
    Object value = labels.get(key);
    return value == null ? Optional.empty() : Optional.of(value.toString());
  }

  /**
   * Where the engine publishes a TCP port.
   *
   * @param everywhere what stands for all addresses
   */
  Optional<Address> published(int port, String everywhere) {
    Object bindings = map(map(raw, "NetworkSettings"), "Ports").get(port + "/tcp");
    if (bindings instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> b) {
      Object host = b.get("HostIp");
      Object at = b.get("HostPort");
      if (at != null && !at.toString().isEmpty()) {
        String ip = host == null ? "" : host.toString();
        boolean all = ip.isEmpty() || ip.equals("0.0.0.0") || ip.equals("::");
        return Optional.of(new Address(all ? everywhere : ip, at.toString()));
      }
    }
    return Optional.empty();
  }

  /**
   * Its own address.
   *
   * @param network where; in the first that gives it one if that is not said
   */
  Optional<Address> own(Optional<String> network, int port) {
    Map<String, Object> all = map(map(raw, "NetworkSettings"), "Networks");
    for (String name : all.keySet()) {
      String ip = text(map(all, name), "IPAddress");
      if (!ip.isEmpty() && (network.isEmpty() || network.get().equals(name))) {
        return Optional.of(new Address(ip, String.valueOf(port)));
      }
    }
    return Optional.empty();
  }

  /**
   * What the engine tells, as Ansible names it.
   *
   * @param env whether the environment is told
   */
  Map<String, Object> vars(boolean env) {
    Map<String, Object> vars = new LinkedHashMap<>();
    for (Map.Entry<String, Object> each : new TreeMap<>(raw).entrySet()) {
      vars.put(variable(each.getKey()), each.getValue());
    }
    if (!env && raw.get("Config") instanceof Map<?, ?>) {
      Map<String, Object> config = new LinkedHashMap<>(map(raw, "Config"));
      config.remove("Env");
      vars.put("docker_config", config);
    }
    vars.put("docker_short_id", shortId());
    vars.put("docker_labels", labels);
    vars.put("docker_networks", networks());
    label("com.docker.stack.namespace").ifPresent(stack -> vars.put("docker_stack", stack));
    label("com.docker.swarm.service.name").ifPresent(name -> vars.put("docker_service", name));
    label(Groups.PROJECT).ifPresent(name -> vars.put("docker_compose_project", name));
    label(Groups.SERVICE).ifPresent(name -> vars.put("docker_compose_service", name));
    return vars;
  }

  private static String variable(String key) {
    StringBuilder name = new StringBuilder("docker_");
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      name.append(Character.isLetterOrDigit(c) || c == '-' ? c : '_');
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  static String text(Map<String, Object> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : value.toString();
  }

  /** The map that is there, or an empty one. */
  static Map<String, Object> map(Map<String, Object> map, String key) {
    Map<String, Object> found = new LinkedHashMap<>();
    if (map.get(key) instanceof Map<?, ?> inner) {
      List<Object> keys = new ArrayList<>(inner.keySet());
      for (Object each : keys) {
        found.put(String.valueOf(each), inner.get(each));
      }
    }
    return found;
  }
}
