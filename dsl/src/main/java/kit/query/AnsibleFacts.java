package kit.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts of a host under the names that Ansible has for them, for templates that use those. */
public final class AnsibleFacts {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("debian", "Debian"),
          Map.entry("ubuntu", "Ubuntu"),
          Map.entry("alpine", "Alpine"),
          Map.entry("rhel", "RedHat"),
          Map.entry("centos", "CentOS"),
          Map.entry("fedora", "Fedora"),
          Map.entry("rocky", "Rocky"),
          Map.entry("almalinux", "AlmaLinux"),
          Map.entry("amzn", "Amazon"),
          Map.entry("arch", "Archlinux"),
          Map.entry("sles", "SLES"));

  private final Map<String, Object> facts;
  private final Map<String, Object> named = new LinkedHashMap<>();

  private AnsibleFacts(Map<String, Object> facts) {
    this.facts = facts;
  }

  /**
   * A map from {@code ansible_*} names to values.
   *
   * @param facts the answer to {@link Facts}
   */
  public static Map<String, Object> of(Map<String, Object> facts) {
    AnsibleFacts names = new AnsibleFacts(facts);
    names.system();
    names.hardware();
    names.network();
    return names.named;
  }

  private void system() {
    String name = String.valueOf(at("os", "name"));
    put("os_family", at("os", "family"));
    put("distribution", NAMES.getOrDefault(name, name));
    put("distribution_version", at("os", "release"));
    put("distribution_major_version", String.valueOf(at("os", "major")));
    put("distribution_release", at("os", "codename"));
    put("system", at("os", "kernel"));
    put("kernel", at("kernel"));
    put("architecture", at("arch"));
    put("machine", at("arch"));
    put("hostname", at("hostname"));
    put("nodename", at("hostname"));
    put("fqdn", at("fqdn"));
    put("domain", at("domain"));
    put("user_id", at("user", "name"));
    put("user_uid", at("user", "uid"));
    put("user_gid", at("user", "gid"));
    put("user_dir", at("user", "home"));
    put("service_mgr", at("serviceMgr"));
    put("pkg_mgr", at("pkgMgr"));
    put("machine_id", at("machineId"));
    put("uptime_seconds", at("uptime"));
    put(
        "date_time",
        Map.of(
            "epoch", String.valueOf(at("date", "epoch")),
            "tz", at("date", "zone"),
            "tz_offset", at("date", "offset")));
    boolean selinux = Boolean.TRUE.equals(at("selinux", "enabled"));
    boolean enforcing = Boolean.TRUE.equals(at("selinux", "enforcing"));
    put(
        "selinux",
        selinux
            ? Map.of("status", "enabled", "mode", enforcing ? "enforcing" : "permissive")
            : Map.of("status", "disabled"));
  }

  private void hardware() {
    put("processor_vcpus", at("cpu", "count"));
    put("processor_count", at("cpu", "sockets"));
    put("processor_cores", at("cpu", "cores"));
    put("processor_nproc", at("cpu", "count"));
    put("memtotal_mb", at("memory", "total"));
    put("memfree_mb", at("memory", "free"));
    put("swaptotal_mb", at("swap", "total"));
    put("swapfree_mb", at("swap", "free"));
    put("system_vendor", at("machine", "vendor"));
    put("product_name", at("machine", "product"));
    boolean guest = Boolean.TRUE.equals(at("virtualization", "guest"));
    put("virtualization_type", guest ? at("virtualization", "type") : "NA");
    put("virtualization_role", guest ? "guest" : "NA");
    put("mounts", list(at("mounts")).stream().map(AnsibleFacts::mount).toList());
  }

  private static Map<String, Object> mount(Object item) {
    Map<?, ?> mount = (Map<?, ?>) item;
    return Map.of(
        "mount", mount.get("path"),
        "device", mount.get("device"),
        "fstype", mount.get("type"),
        "options", mount.get("options"),
        "size_total", mount.get("size"),
        "size_available", mount.get("available"));
  }

  private void network() {
    put("all_ipv4_addresses", at("network", "addresses"));
    put("all_ipv6_addresses", at("network", "addresses6"));
    put(
        "dns",
        Map.of("nameservers", at("network", "nameservers"), "search", at("network", "search")));
    Map<?, ?> interfaces = (Map<?, ?>) at("network", "interfaces");
    put("interfaces", List.copyOf(interfaces.keySet()));
    interfaces.forEach(
        (name, value) ->
            put(String.valueOf(name).replace('-', '_'), link(name, (Map<?, ?>) value)));
    put("default_ipv4", way((Map<?, ?>) at("network", "default"), interfaces));
    put("default_ipv6", way((Map<?, ?>) at("network", "default6"), interfaces));
  }

  private static Map<String, Object> link(Object name, Map<?, ?> one) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("device", name);
    link.put("macaddress", one.get("mac"));
    link.put("mtu", one.get("mtu"));
    link.put("active", one.get("up"));
    List<?> first = list(one.get("ipv4"));
    if (!first.isEmpty()) {
      Map<?, ?> address = (Map<?, ?>) first.get(0);
      link.put(
          "ipv4",
          Map.of(
              "address", address.get("address"), "prefix", String.valueOf(address.get("prefix"))));
    }
    link.put("ipv6", one.get("ipv6"));
    return link;
  }

  /** Empty, as in Ansible, where there is no default route. */
  private static Map<String, Object> way(Map<?, ?> way, Map<?, ?> interfaces) {
    if (!(interfaces.get(way.get("interface")) instanceof Map<?, ?> link)) {
      return Map.of();
    }
    return Map.of(
        "address", way.get("address"),
        "interface", way.get("interface"),
        "gateway", way.get("gateway"),
        "macaddress", link.get("mac"),
        "mtu", link.get("mtu"));
  }

  private void put(String name, Object value) {
    named.put("ansible_" + name, value);
  }

  private Object at(String... path) {
    Object value = facts;
    for (String name : path) {
      value = ((Map<?, ?>) value).get(name);
    }
    return value;
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
