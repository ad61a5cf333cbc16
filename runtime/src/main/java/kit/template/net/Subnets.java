package kit.template.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kit.template.python.PythonError;

/** Networks divided and put together. */
public final class Subnets {

  private Subnets() {}

  /** What {@code ipsubnet} answers. */
  public static Object of(String value, String query, Integer index) {
    IpNet given = IpNet.of(value);
    if (given == null) {
      return false;
    }
    IpNet net = given.cidr();
    if (query.isEmpty()) {
      return net.toString();
    }
    boolean digits = query.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits) {
      return BigInteger.ONE.add(position(net, query)).toString();
    }
    int prefix = Integer.parseInt(query);
    if (prefix > net.width()) {
      return false;
    }
    return net.isLarger(1) ? inside(net, prefix, index) : around(net, prefix, index);
  }

  private static Object inside(IpNet net, int prefix, Integer index) {
    int bits = prefix - net.prefix();
    if (bits < 0) {
      throw new PythonError("a /" + prefix + " does not fit into " + net);
    }
    BigInteger count = BigInteger.ONE.shiftLeft(bits);
    if (index == null) {
      return count.toString();
    }
    BigInteger at = BigInteger.valueOf(index);
    at = at.signum() < 0 ? at.add(count) : at;
    if (at.signum() < 0 || at.compareTo(count) >= 0) {
      return false;
    }
    BigInteger first = net.first().add(at.shiftLeft(net.width() - prefix));
    return new IpNet(net.version(), first, prefix).toString();
  }

  private static Object around(IpNet net, int prefix, Integer index) {
    int many = net.width() - prefix;
    int at = index == null ? 0 : index < 0 ? index + many : index;
    if (at < 0 || at >= many) {
      return false;
    }
    return new IpNet(net.version(), net.value(), prefix + at).cidr().toString();
  }

  private static BigInteger position(IpNet net, String query) {
    IpNet other = IpNet.of(query);
    if (other == null) {
      throw new PythonError("'" + query + "' is neither a network nor an address");
    }
    if (!net.isIn(other.cidr())) {
      throw new PythonError(net + " lies outside " + other.cidr());
    }
    return net.first().subtract(other.first()).shiftRight(net.width() - net.prefix());
  }

  /** The fewest networks that hold the same addresses. */
  public static List<Object> merge(List<IpNet> given) {
    List<IpNet> nets = new ArrayList<>();
    for (IpNet net : given) {
      nets.add(net.cidr());
    }
    nets.sort(
        Comparator.comparingInt(IpNet::version)
            .thenComparing(IpNet::first)
            .thenComparingInt(IpNet::prefix));
    List<IpNet> out = new ArrayList<>();
    for (IpNet net : nets) {
      if (out.isEmpty() || !net.isIn(out.get(out.size() - 1))) {
        out.add(net);
        join(out);
      }
    }
    List<Object> texts = new ArrayList<>();
    out.forEach(net -> texts.add(net.toString()));
    return texts;
  }

  private static void join(List<IpNet> nets) {
    while (nets.size() > 1) {
      IpNet right = nets.get(nets.size() - 1);
      IpNet left = nets.get(nets.size() - 2);
      boolean same = left.version() == right.version() && left.prefix() == right.prefix();
      IpNet both = new IpNet(left.version(), left.value(), Math.max(0, left.prefix() - 1)).cidr();
      if (!same || left.prefix() == 0 || !right.isIn(both)) {
        return;
      }
      nets.remove(nets.size() - 1);
      nets.set(nets.size() - 1, both);
    }
  }

  /** The smallest network that holds all of them. */
  public static String span(List<IpNet> nets) {
    IpNet low = nets.get(0);
    IpNet high = nets.get(0);
    for (IpNet net : nets) {
      if (net.version() != low.version()) {
        throw new PythonError("one list holds addresses of IPv4 and of IPv6");
      }
      low = net.first().compareTo(low.first()) < 0 ? net : low;
      high = net.last().compareTo(high.last()) > 0 ? net : high;
    }
    int prefix = high.prefix();
    IpNet span = new IpNet(high.version(), high.last(), prefix).cidr();
    while (prefix > 0 && span.first().compareTo(low.first()) > 0) {
      prefix--;
      span = new IpNet(high.version(), high.last(), prefix).cidr();
    }
    return span.toString();
  }
}
