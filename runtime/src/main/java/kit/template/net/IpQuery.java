package kit.template.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kit.template.python.Floats;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Text;
import kit.template.python.Truth;

/** What {@code ipaddr} answers. */
public final class IpQuery {
  private final IpNet net;
  private final boolean network;
  private final Object value;

  private IpQuery(IpNet net, boolean network, Object value) {
    this.net = net;
    this.network = network;
    this.value = value;
  }

  /**
   * The answer about an address, or about each one of a list.
   *
   * @param version 4 or 6 if other addresses do not count; 0 for both
   */
  public static Object of(Object value, Object query, int version) {
    if (value instanceof Collection<?> all) {
      List<Object> out = new ArrayList<>();
      for (Object one : all) {
        Object found = of(one, query, version);
        if (Truth.of(found)) {
          out.add(found);
        }
      }
      return out;
    }
    if (!Truth.of(value) || Boolean.TRUE.equals(value) || value instanceof Map<?, ?>) {
      return false;
    }
    String text = Text.str(value);
    IpQuery asked = isDigits(text) ? number(text, version) : text(text, value);
    if (asked == null || version != 0 && asked.net.version() != version) {
      return false;
    }
    return asked.answer(Text.str(query));
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static IpQuery number(String text, int version) {
    BigInteger number = new BigInteger(text);
    boolean four = version != 6 && number.bitLength() <= 32;
    if (!four && number.bitLength() > 128) {
      return null;
    }
    IpNet net = new IpNet(four ? 4 : 6, number, four ? 32 : 128);
    return new IpQuery(net, false, net.toString());
  }

  private static IpQuery text(String text, Object value) {
    IpNet net = IpNet.of(text);
    int slash = text.indexOf('/');
    if (net != null) {
      return new IpQuery(net, slash >= 0, value);
    }
    if (slash <= 0 || !isDigits(text.substring(0, slash)) || !isDigits(text.substring(slash + 1))) {
      return null;
    }
    IpQuery number = number(text.substring(0, slash), 0);
    IpNet plain = number == null ? null : IpNet.of(number.net.ip() + text.substring(slash));
    return plain == null ? null : new IpQuery(plain, true, plain.toString());
  }

  private Object answer(String query) {
    switch (query) {
      case "":
        return network ? net.toString() : net.ip();
      case "address", "ip":
        boolean host = !net.isNetwork() || !net.hasBroadcast() || net.version() == 6;
        return net.isLarger(1) && !host ? null : net.ip();
      case "address/prefix", "gateway", "gw", "host/prefix", "hostnet", "router":
        boolean end = net.isNetwork() || net.value().equals(net.last());
        return net.isLarger(2) && end ? (Object) false : net.toString();
      case "bool":
        return true;
      case "broadcast":
        return net.isLarger(2) ? net.text(net.last()) : null;
      case "cidr":
        return net.toString();
      case "host":
        boolean inside = !net.isNetwork() || !net.hasBroadcast();
        return net.isLarger(1) && !inside ? null : net.toString();
      case "hostmask", "wildcard":
        return net.hostmask();
      case "int":
        return network ? net.value() + "/" + net.prefix() : Numbers.integer(net.value());
      case "ip/prefix", "ip_netmask":
        boolean pair = net.prefix() == net.width() - 1;
        boolean shown = pair || net.isLarger(1) && !net.isNetwork();
        String with = query.equals("ip_netmask") ? net.ip() + " " + net.netmask() : net.toString();
        return shown ? with : null;
      case "net":
        return net.isLarger(1) && net.isNetwork() ? net.cidr().toString() : null;
      case "netmask":
        return net.netmask();
      case "network", "network_id":
        return net.text(net.first());
      case "network/prefix", "subnet":
        return net.cidr().toString();
      case "network_netmask":
        return net.text(net.first()) + " " + net.netmask();
      case "network_wildcard":
        return net.text(net.first()) + " " + net.hostmask();
      case "prefix":
        return net.prefix();
      case "revdns":
        return reverse();
      case "size":
        return Numbers.integer(net.size());
      case "size_usable":
        BigInteger less = BigInteger.TWO;
        return net.isLarger(2)
            ? Numbers.integer(net.size().subtract(less))
            : net.isLarger(1) ? 2 : 0;
      case "type":
        return net.isLarger(1) && net.isNetwork() ? "network" : "address";
      case "version":
        return net.version();
      case "wrap":
        String tail = network ? "/" + net.prefix() : "";
        return net.version() == 6 ? "[" + net.ip() + "]" + tail : value;
      default:
        return more(query);
    }
  }

  private Object more(String query) {
    IpNet alone = net.at(net.value());
    switch (query) {
      case "ipv4", "v4":
        return net.version() == 4 ? value : mapped();
      case "ipv6", "v6":
        BigInteger six = net.value().add(BigInteger.valueOf(0xffff00000000L));
        return net.version() == 6 ? value : new IpNet(6, six, net.prefix() + 96).toString();
      case "6to4":
        return sixToFour(alone);
      case "link-local":
        return alone.isInAny("169.254.0.0/16", "fe80::/10") ? value : null;
      case "lo", "loopback":
        return alone.isLoopback() ? value : null;
      case "multicast":
        return net.isMulticast() ? value : null;
      case "unicast":
        return net.isMulticast() ? null : value;
      case "private":
        return net.isPrivate() ? value : null;
      case "public":
        boolean special =
            alone.isMulticast() || alone.isPrivate() || alone.isLoopback() || alone.isMask();
        return special ? null : value;
      case "first_usable", "last_usable", "next_usable", "previous_usable", "range_usable", "peer":
        if (!network) {
          throw new PythonError(net + " is no network: it has no prefix");
        }
        return Usable.answer(net, query);
      default:
        return other(query);
    }
  }

  /** A query that is a network or a position in this one. */
  private Object other(String query) {
    IpNet around = isDigits(query) ? null : IpNet.of(query);
    if (around != null) {
      return net.isIn(around) ? value : null;
    }
    if (Floats.parse(query) == null) {
      throw new PythonError("ipaddr: unknown filter type: " + query);
    }
    if (!net.isLarger(1)) {
      return network ? net.toString() : net.ip();
    }
    BigInteger address = Usable.at(net, query);
    return address == null ? (Object) false : net.text(address) + "/" + net.prefix();
  }

  private Object mapped() {
    BigInteger low = net.value();
    if (low.bitLength() > 32) {
      low = low.subtract(BigInteger.valueOf(0xffff00000000L));
    }
    boolean fits = low.signum() >= 0 && low.bitLength() <= 32 && net.prefix() >= 96;
    return fits ? new IpNet(4, low, net.prefix() - 96).toString() : (Object) false;
  }

  private Object sixToFour(IpNet alone) {
    if (net.version() == 6) {
      boolean in = alone.isInAny("2002::/16") && (!network || !net.isNetwork());
      return in ? value : (Object) false;
    }
    if (net.isLarger(1) && net.isNetwork()) {
      return false;
    }
    String digits = String.format("%08x", net.value().longValue());
    return "2002:" + digits.substring(0, 4) + ":" + digits.substring(4) + "::1/48";
  }

  private String reverse() {
    StringBuilder out = new StringBuilder();
    int step = net.version() == 4 ? 8 : 4;
    int mask = net.version() == 4 ? 255 : 15;
    for (int bit = 0; bit < net.width(); bit += step) {
      int part = net.value().shiftRight(bit).intValue() & mask;
      out.append(net.version() == 4 ? String.valueOf(part) : Integer.toHexString(part)).append('.');
    }
    return out.append(net.version() == 4 ? "in-addr.arpa." : "ip6.arpa.").toString();
  }
}
