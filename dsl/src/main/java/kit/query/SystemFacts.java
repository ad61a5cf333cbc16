package kit.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts about the operating system and whom kit is on it. */
final class SystemFacts {

  private static final Map<String, String> FAMILIES =
      Map.ofEntries(
          Map.entry("debian", "Debian"),
          Map.entry("ubuntu", "Debian"),
          Map.entry("rhel", "RedHat"),
          Map.entry("fedora", "RedHat"),
          Map.entry("centos", "RedHat"),
          Map.entry("amzn", "RedHat"),
          Map.entry("suse", "Suse"),
          Map.entry("sles", "Suse"),
          Map.entry("opensuse", "Suse"),
          Map.entry("alpine", "Alpine"),
          Map.entry("arch", "Archlinux"),
          Map.entry("gentoo", "Gentoo"),
          Map.entry("void", "Void"),
          Map.entry("openwrt", "OpenWrt"));

  private SystemFacts() {}

  static void add(HostFiles host, Map<String, Object> facts) {
    facts.put("os", os(host));
    String name = host.first("/proc/sys/kernel/hostname");
    String full = fullName(host, name);
    int dot = full.indexOf('.');
    facts.put("hostname", name.indexOf('.') < 0 ? name : name.substring(0, name.indexOf('.')));
    facts.put("fqdn", full);
    facts.put("domain", dot < 0 ? "" : full.substring(dot + 1));
    facts.put("kernel", host.first("/proc/sys/kernel/osrelease"));
    facts.put("arch", String.join("", host.section("arch")));
    facts.put("user", user(host));
    List<String> shell = host.section("shell");
    String manager = HostFiles.value(shell, "manager", '=');
    facts.put("serviceMgr", manager.isEmpty() ? "none" : manager);
    facts.put("pkgMgr", packageManager(shell));
    facts.put("selinux", selinux(host));
    time(host, facts);
    String locale = HostFiles.value(host.lines("/etc/default/locale"), "LANG", '=');
    facts.put(
        "locale",
        locale.isEmpty() ? HostFiles.value(host.lines("/etc/locale.conf"), "LANG", '=') : locale);
    facts.put("machineId", host.first("/etc/machine-id"));
  }

  private static Map<String, Object> os(HostFiles host) {
    List<String> release = host.lines("/etc/os-release");
    String id = HostFiles.value(release, "ID", '=');
    String version = HostFiles.value(release, "VERSION_ID", '=');
    String exact = host.first(id.equals("alpine") ? "/etc/alpine-release" : "/etc/debian_version");
    boolean exactNumber = !exact.isEmpty() && Character.isDigit(exact.charAt(0));
    Map<String, Object> os = new LinkedHashMap<>();
    os.put("family", family(id, HostFiles.value(release, "ID_LIKE", '=')));
    os.put("name", id);
    os.put("title", HostFiles.value(release, "PRETTY_NAME", '='));
    os.put("version", version);
    os.put("major", HostFiles.integer(version));
    os.put("release", exactNumber && !id.equals("ubuntu") ? exact : version);
    os.put("codename", HostFiles.value(release, "VERSION_CODENAME", '='));
    os.put("kernel", host.first("/proc/sys/kernel/ostype"));
    return os;
  }

  private static String family(String id, String like) {
    for (String name : (id + " " + like).split(" ")) {
      int dash = name.indexOf('-');
      String family = FAMILIES.get(dash < 0 ? name : name.substring(0, dash));
      if (family != null) {
        return family;
      }
    }
    return id;
  }

  /** As /etc/hosts knows it: asking the network for it can take seconds. */
  private static String fullName(HostFiles host, String name) {
    if (name.indexOf('.') >= 0) {
      return name;
    }
    for (String line : host.lines("/etc/hosts")) {
      String[] words =
          HostFiles.words(line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#')));
      boolean own = false;
      for (int i = 1; i < words.length; i++) {
        own |= words[i].equals(name) || words[i].startsWith(name + ".");
      }
      for (int i = 1; i < words.length && own; i++) {
        if (words[i].startsWith(name + ".")) {
          return words[i];
        }
      }
    }
    return name;
  }

  /** {@code uid=0(root) gid=0(root) groups=0(root),4(adm)} */
  private static Map<String, Object> user(HostFiles host) {
    String id = String.join(" ", host.section("id"));
    List<String> groups = new ArrayList<>();
    for (String group : part(id, "groups=").split(",")) {
      if (!name(group).isEmpty()) {
        groups.add(name(group));
      }
    }
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("name", name(part(id, "uid=")));
    user.put("uid", HostFiles.integer(part(id, "uid=")));
    user.put("group", name(part(id, "gid=")));
    user.put("gid", HostFiles.integer(part(id, "gid=")));
    user.put("groups", groups);
    user.put("home", HostFiles.value(host.section("shell"), "home", '='));
    return user;
  }

  private static String part(String id, String key) {
    int at = id.indexOf(key);
    int end = id.indexOf(") ", at);
    return at < 0 ? "" : id.substring(at + key.length(), end < 0 ? id.length() : end + 1);
  }

  private static String name(String numbered) {
    int from = numbered.indexOf('(');
    int to = numbered.indexOf(')');
    return from < 0 || to < from ? "" : numbered.substring(from + 1, to);
  }

  private static String packageManager(List<String> shell) {
    String program = HostFiles.value(shell, "packages", '=');
    return switch (program) {
      case "apt-get" -> "apt";
      case "xbps-install" -> "xbps";
      case "emerge" -> "portage";
      default -> program;
    };
  }

  private static Map<String, Object> selinux(HostFiles host) {
    String enforcing = host.first("/sys/fs/selinux/enforce");
    Map<String, Object> selinux = new LinkedHashMap<>();
    selinux.put("enabled", !enforcing.isEmpty());
    selinux.put("enforcing", enforcing.equals("1"));
    selinux.put("policy", HostFiles.value(host.lines("/etc/selinux/config"), "SELINUXTYPE", '='));
    return selinux;
  }

  private static void time(HostFiles host, Map<String, Object> facts) {
    String[] date = HostFiles.words(String.join(" ", host.section("date")) + " ");
    Map<String, Object> time = new LinkedHashMap<>();
    time.put("epoch", HostFiles.number(date[0]));
    time.put("zone", date.length > 1 ? date[1] : "");
    time.put("offset", date.length > 2 ? date[2] : "");
    facts.put("date", time);
    String link = HostFiles.value(host.section("shell"), "zone", '=');
    int at = link.indexOf("zoneinfo/");
    String zone = at < 0 ? "" : link.substring(at + "zoneinfo/".length());
    facts.put("timezone", zone.isEmpty() ? host.first("/etc/timezone") : zone);
    facts.put("uptime", HostFiles.number(host.first("/proc/uptime")));
    String boot = HostFiles.value(host.lines("/proc/stat"), "btime", ' ');
    facts.put("bootTime", HostFiles.number(boot));
  }
}
