package kit.template.filters;

import kit.template.net.IpNet;
import kit.template.net.IpQuery;
import kit.template.python.Group;
import kit.template.python.Items;
import kit.template.python.Text;
import kit.template.python.Truth;

/** Tests of addresses. */
final class NetTests implements Group {

  @Override
  public Object call(String name, Object[] a) {
    String text = Text.str(a[0]);
    switch (name) {
      case "in_network", "subnet_of":
        return isIn(text, Text.str(a[1]));
      case "supernet_of":
        return isIn(Text.str(a[1]), text);
      case "in_any_network", "in_one_network":
        int count = 0;
        for (Object network : Items.of(a[1])) {
          count += isIn(text, Text.str(network)) ? 1 : 0;
        }
        return name.equals("in_one_network") ? count == 1 : count > 0;
      case "mac":
        return text.matches(
            "(?i)([0-9a-f]{2}[:-]){5}[0-9a-f]{2}|([0-9a-f]{4}\\.){2}[0-9a-f]{4}|[0-9a-f]{12}");
      case "ip", "ipv4", "ipv6":
        IpNet network = strict(text);
        return network != null && (name.equals("ip") || name.endsWith("" + network.version()));
      case "ip_address", "ipv4_address", "ipv6_address":
        IpNet address = IpNet.address(text);
        return address != null
            && (name.startsWith("ip_") || name.contains("v" + address.version()));
      case "ipv4_netmask", "ipv4_hostmask":
        return isMask(text, name.endsWith("netmask"));
      default:
        return kind(name, IpNet.address(text));
    }
  }

  /** A network without bits for hosts; null if the text is none. */
  private static IpNet strict(String text) {
    IpNet net = IpNet.of(text);
    boolean whole = net != null && IpNet.address(text.split("/", 2)[0]) != null;
    return whole && net.first().equals(net.value()) ? net : null;
  }

  private static boolean isIn(String text, String network) {
    IpNet inner = strict(text);
    IpNet outer = strict(network);
    return inner != null && outer != null && inner.isIn(outer);
  }

  private static boolean isMask(String text, boolean netmask) {
    if (IpNet.address(text) == null) {
      return false;
    }
    Object shown = IpQuery.of("10.0.0.0/" + text, netmask ? "netmask" : "hostmask", 4);
    return text.equals(shown);
  }

  private static boolean kind(String name, IpNet address) {
    if (address == null) {
      return false;
    }
    boolean four = address.version() == 4;
    return switch (name) {
      case "loopback" -> Truth.of(IpQuery.of(address.ip(), "loopback", 0));
      case "multicast" -> Truth.of(IpQuery.of(address.ip(), "multicast", 0));
      case "private" -> isSpecial(address);
      case "public" -> !isSpecial(address) && !address.isIn(IpNet.of("100.64.0.0/10"));
      case "reserved" -> four && address.isIn(IpNet.of("240.0.0.0/4"));
      case "unspecified" -> address.value().signum() == 0;
      default -> !four && address.isIn(IpNet.of("::ffff:0:0/96"));
    };
  }

  /** The blocks that Python's ipaddress counts as private. */
  private static boolean isSpecial(IpNet address) {
    String[] four = {
      "0.0.0.0/8",
      "10.0.0.0/8",
      "127.0.0.0/8",
      "169.254.0.0/16",
      "172.16.0.0/12",
      "192.0.0.0/29",
      "192.0.0.170/31",
      "192.0.2.0/24",
      "192.168.0.0/16",
      "198.18.0.0/15",
      "198.51.100.0/24",
      "203.0.113.0/24",
      "240.0.0.0/4"
    };
    String[] six = {
      "::1/128",
      "::/128",
      "::ffff:0:0/96",
      "100::/64",
      "2001::/23",
      "2001:2::/48",
      "2001:db8::/32",
      "2001:10::/28",
      "fc00::/7",
      "fe80::/10"
    };
    for (String block : address.version() == 4 ? four : six) {
      if (address.isIn(IpNet.of(block))) {
        return true;
      }
    }
    return false;
  }
}
