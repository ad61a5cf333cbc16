package kit.template.filters;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kit.template.net.IpNet;
import kit.template.net.IpQuery;
import kit.template.net.Mac;
import kit.template.net.Subnets;
import kit.template.net.Usable;
import kit.template.python.Group;
import kit.template.python.Items;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Types;
import kit.template.python.Undefined;

/** Filters of addresses. */
final class NetFilters implements Group {
  private static final int LIMIT = 1 << 20;

  @Override
  public Object call(String name, Object[] a) {
    if (a[0] instanceof Undefined undefined) {
      throw undefined.error();
    }
    switch (name) {
      case "ipaddr", "ipv4", "ipv6":
        return ipaddr(name, a);
      case "ipwrap":
        return wrap(a[0]);
      case "ipsubnet":
        Integer index = a[2] == null ? null : (Integer) whole(a[2]);
        return Subnets.of(Text.str(a[0]), Text.str(a[1]), index);
      case "ipmath":
        return math(Text.str(a[0]), a[1]);
      case "ip4_hex":
        BigInteger value = net(a[0]).value();
        String hex = Long.toHexString(value.longValue() | 1L << 32).substring(1);
        String gap = Text.str(a[1]);
        return String.join(
            gap, hex.substring(0, 2), hex.substring(2, 4), hex.substring(4, 6), hex.substring(6));
      case "nthhost":
        return nthHost(Text.str(a[0]), Text.str(a[1]));
      case "next_nth_usable", "previous_nth_usable":
        IpNet net = IpNet.of(Text.str(a[0]));
        long offset = Numbers.big(whole(a[1])).longValue();
        return net == null
            ? (Object) false
            : Usable.step(net, name.startsWith("n") ? offset : -offset);
      case "network_in_network":
        return net(a[1]).cidr().isIn(net(a[0]).cidr());
      case "network_in_usable":
        return inUsable(net(a[0]), net(a[1]));
      case "reduce_on_network":
        List<Object> out = new ArrayList<>();
        for (Object one : Items.of(a[0])) {
          if (net(one).cidr().isIn(net(a[1]).cidr())) {
            out.add(one);
          }
        }
        return out;
      case "cidr_merge":
        return merge(a[0], Text.str(a[1]));
      case "slaac":
        return Mac.slaac(Text.str(a[0]), Text.str(a[1]));
      case "usable_range":
        return range(Text.str(a[0]));
      default:
        return Mac.of(a[0], Text.str(a[1]), name);
    }
  }

  private static Object whole(Object value) {
    Object number = value instanceof CharSequence text ? Numbers.parse(text.toString(), 10) : value;
    if (number == null || !Numbers.isInteger(number)) {
      throw new PythonError("Must pass in an integer, not " + Text.repr(value));
    }
    return number;
  }

  private static IpNet net(Object value) {
    IpNet net = IpNet.of(Text.str(value));
    if (net == null) {
      throw new PythonError("'" + Text.str(value) + "' is no address or network");
    }
    return net;
  }

  private static Object ipaddr(String name, Object[] a) {
    boolean known = a[0] instanceof CharSequence || Types.isList(a[0]) || Numbers.isInteger(a[0]);
    if (!known) {
      throw new PythonError("Unrecognized type " + Types.name(a[0]) + " for ipaddr filter");
    }
    int version = name.equals("ipv4") ? 4 : name.equals("ipv6") ? 6 : 0;
    if (name.equals("ipaddr") && Truth.of(a[2])) {
      version = Numbers.index(whole(a[2]));
    }
    return IpQuery.of(a[0], a[1], version);
  }

  private static Object wrap(Object value) {
    if (Types.isList(value)) {
      List<Object> out = new ArrayList<>();
      ((List<?>) value).forEach(one -> out.add(wrap(one)));
      return out;
    }
    Object plain = IpQuery.of(value, "", 0);
    return Truth.of(plain) ? IpQuery.of(plain, "wrap", 0) : value;
  }

  private static String math(String value, Object amount) {
    if (!Numbers.isInteger(amount)) {
      throw new PythonError(
          "You must pass an integer for arithmetic; "
              + Text.str(amount)
              + " is not a valid integer");
    }
    IpNet net = net(value);
    BigInteger sum = net.value().add(Numbers.big(amount));
    if (sum.signum() < 0 || sum.bitLength() > net.width()) {
      throw new PythonError("result outside valid IP address boundary!");
    }
    return new IpNet(net.version(), sum, net.width()).ip();
  }

  private static Object nthHost(String value, String query) {
    IpNet net = IpNet.of(value);
    if (net == null || query.isEmpty()) {
      return false;
    }
    BigInteger address = Usable.at(net.cidr(), query);
    return address == null ? (Object) false : new IpNet(net.version(), address, net.width()).ip();
  }

  private static boolean inUsable(IpNet net, IpNet other) {
    IpNet cidr = net.cidr();
    boolean wide = cidr.width() - cidr.prefix() > 1;
    BigInteger less = wide ? BigInteger.ONE : BigInteger.ZERO;
    return other.version() == net.version()
        && other.first().compareTo(cidr.first().add(less)) >= 0
        && other.last().compareTo(cidr.last().subtract(less)) <= 0;
  }

  private static Object merge(Object value, String action) {
    List<IpNet> nets = new ArrayList<>();
    for (Object one : Items.of(value)) {
      nets.add(net(one));
    }
    return switch (action.toLowerCase(Locale.ROOT)) {
      case "merge" -> Subnets.merge(nets);
      case "span" ->
          nets.isEmpty() ? null : nets.size() == 1 ? nets.get(0).toString() : Subnets.span(nets);
      default -> throw new PythonError("cidr_merge: invalid action '" + action + "'");
    };
  }

  private static Object range(String value) {
    IpNet net = net(value);
    if (!net.first().equals(net.value())) {
      throw new PythonError(value + " has host bits set");
    }
    if (net.size().bitLength() > 21 || net.size().intValue() > LIMIT) {
      throw new PythonError(value + " has more than " + LIMIT + " addresses");
    }
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < net.size().intValue(); i++) {
      BigInteger address = net.first().add(BigInteger.valueOf(i));
      all.add(new IpNet(net.version(), address, net.width()).ip());
    }
    Map<Object, Object> out = new LinkedHashMap<>();
    out.put("usable_ips", all);
    out.put("number_of_ips", all.size());
    return out;
  }
}
