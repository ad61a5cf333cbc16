package kit.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts about interfaces, addresses and routes. */
final class NetworkFacts {

  private static final String CLASS = "/sys/class/net/";

  private NetworkFacts() {}

  static void add(HostFiles host, Map<String, Object> facts) {
    Map<String, Map<String, Object>> interfaces = interfaces(host);
    Map<String, Object> network = new LinkedHashMap<>();
    network.put("default", way(interfaces, "ipv4", route4(host)));
    network.put("default6", way(interfaces, "ipv6", route6(host)));
    network.put("addresses", addresses(interfaces, "ipv4"));
    network.put("addresses6", addresses(interfaces, "ipv6"));
    network.put("interfaces", interfaces);
    network.put("nameservers", resolver(host, "nameserver"));
    network.put("search", resolver(host, "search"));
    facts.put("network", network);
  }

  private static Map<String, Map<String, Object>> interfaces(HostFiles host) {
    Map<String, Map<String, Object>> interfaces = new LinkedHashMap<>();
    for (String name : host.folders(CLASS, "/mtu")) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("mac", host.first(CLASS + name + "/address"));
      one.put("mtu", HostFiles.integer(host.first(CLASS + name + "/mtu")));
      one.put("up", !host.first(CLASS + name + "/operstate").equals("down"));
      one.put("ipv4", addresses(host, name, "inet"));
      one.put("ipv6", addresses(host, name, "inet6"));
      interfaces.put(name, one);
    }
    return interfaces;
  }

  /** {@code 2: eth0 inet 172.17.0.13/16 brd 172.17.255.255 scope global eth0\ ...} */
  private static List<Map<String, Object>> addresses(HostFiles host, String name, String family) {
    List<Map<String, Object>> addresses = new ArrayList<>();
    for (String line : host.section("addresses")) {
      String[] words = HostFiles.words(line);
      if (words.length < 4 || !words[1].equals(name) || !words[2].equals(family)) {
        continue;
      }
      int slash = words[3].indexOf('/');
      int scope = List.of(words).indexOf("scope");
      Map<String, Object> address = new LinkedHashMap<>();
      address.put("address", slash < 0 ? words[3] : words[3].substring(0, slash));
      address.put("prefix", slash < 0 ? 0 : HostFiles.integer(words[3].substring(slash + 1)));
      address.put("scope", scope < 0 || scope + 1 == words.length ? "" : words[scope + 1]);
      addresses.add(address);
    }
    return addresses;
  }

  /** The default route: interface and gateway. */
  private static String[] route4(HostFiles host) {
    for (String line : host.lines("/proc/net/route")) {
      String[] words = HostFiles.words(line);
      if (words.length > 7 && words[1].equals("00000000") && words[7].equals("00000000")) {
        return new String[] {words[0], dotted(words[2])};
      }
    }
    return new String[] {"", ""};
  }

  private static String[] route6(HostFiles host) {
    String zero = "0".repeat(32);
    for (String line : host.lines("/proc/net/ipv6_route")) {
      String[] words = HostFiles.words(line);
      boolean all = words.length > 9 && words[0].equals(zero) && words[1].equals("00");
      if (all && !words[9].equals("lo") && !words[4].equals(zero)) {
        return new String[] {words[9], colons(words[4])};
      }
    }
    return new String[] {"", ""};
  }

  private static Map<String, Object> way(
      Map<String, Map<String, Object>> interfaces, String family, String[] route) {
    String address = "";
    Map<String, Object> one = interfaces.getOrDefault(route[0], Map.of());
    if (one.get(family) instanceof List<?> list) {
      for (Object item : list) {
        Map<?, ?> found = (Map<?, ?>) item;
        if (address.isEmpty() && "global".equals(found.get("scope"))) {
          address = String.valueOf(found.get("address"));
        }
      }
    }
    Map<String, Object> way = new LinkedHashMap<>();
    way.put("address", address);
    way.put("interface", route[0]);
    way.put("gateway", route[1]);
    return way;
  }

  /** All addresses but those that only the host itself or its link can reach. */
  private static List<String> addresses(
      Map<String, Map<String, Object>> interfaces, String family) {
    List<String> all = new ArrayList<>();
    for (Map<String, Object> one : interfaces.values()) {
      for (Object item : (List<?>) one.get(family)) {
        Map<?, ?> found = (Map<?, ?>) item;
        if (!"host".equals(found.get("scope")) && !"link".equals(found.get("scope"))) {
          all.add(String.valueOf(found.get("address")));
        }
      }
    }
    return all;
  }

  private static List<String> resolver(HostFiles host, String keyword) {
    List<String> values = new ArrayList<>();
    for (String line : host.lines("/etc/resolv.conf")) {
      String[] words = HostFiles.words(line);
      for (int i = 1; i < words.length && words[0].equals(keyword); i++) {
        values.add(words[i]);
      }
    }
    return values;
  }

  /** The kernel writes {@code 172.17.0.1} as {@code 010011AC} on little-endian machines. */
  private static String dotted(String hex) {
    StringBuilder text = new StringBuilder();
    for (int i = 6; i >= 0 && hex.length() == 8; i -= 2) {
      text.append(text.isEmpty() ? "" : ".").append(Integer.parseInt(hex.substring(i, i + 2), 16));
    }
    return text.toString();
  }

  /** {@code fe80...0001} in groups of four, zeros shortened in the longest row of them. */
  private static String colons(String hex) {
    String[] groups = new String[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = Integer.toHexString(Integer.parseInt(hex.substring(i * 4, i * 4 + 4), 16));
    }
    int from = 0;
    int length = 0;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end].equals("0")) {
        end++;
      }
      if (end - i > length) {
        from = i;
        length = end - i;
      }
    }
    String joined = String.join(":", groups);
    if (length < 2) {
      return joined;
    }
    String before = String.join(":", List.of(groups).subList(0, from));
    return before + "::" + String.join(":", List.of(groups).subList(from + length, 8));
  }
}
