package kit.template.net;

import java.math.BigInteger;
import kit.template.python.Numbers;
import kit.template.python.PythonError;

/** The addresses of a network that hosts may have. */
public final class Usable {

  private Usable() {}

  private static BigInteger first(IpNet net) {
    return net.isLarger(2) ? net.first().add(BigInteger.ONE) : net.first();
  }

  private static BigInteger last(IpNet net) {
    return net.isLarger(2) ? net.last().subtract(BigInteger.ONE) : net.last();
  }

  static Object answer(IpNet net, String query) {
    switch (query) {
      case "first_usable":
        return net.isLarger(1) ? net.text(first(net)) : null;
      case "last_usable":
        return net.isLarger(1) ? net.text(last(net)) : null;
      case "range_usable":
        return net.isLarger(1) ? net.text(first(net)) + "-" + net.text(last(net)) : null;
      case "next_usable":
        return step(net, 1);
      case "previous_usable":
        return step(net, -1);
      default:
        return peer(net);
    }
  }

  /** The usable address that many steps away; null if there is none. */
  public static Object step(IpNet net, long offset) {
    BigInteger address = net.value().add(BigInteger.valueOf(offset));
    boolean usable = address.compareTo(first(net)) >= 0 && address.compareTo(last(net)) <= 0;
    return net.isLarger(1) && usable ? net.text(address) : null;
  }

  private static String peer(IpNet net) {
    int low = net.value().intValue() & 3;
    if (net.width() - net.prefix() == 1) {
      return net.text(net.value().flipBit(0));
    }
    if (net.width() - net.prefix() != 2) {
      throw new PythonError("Not a point-to-point network");
    }
    if (low == 0 || low == 3) {
      throw new PythonError((low == 0 ? "Network" : "Broadcast") + " address of /30 has no peer");
    }
    return net.text(net.value().xor(BigInteger.valueOf(3)));
  }

  /** The address at a position, counted from the end if it is negative; null if there is none. */
  public static BigInteger at(IpNet net, String position) {
    Object parsed = Numbers.parse(position, 10);
    if (parsed == null) {
      return null;
    }
    BigInteger index = Numbers.big(parsed);
    BigInteger address =
        index.signum() < 0 ? net.last().add(index).add(BigInteger.ONE) : net.first().add(index);
    boolean inside = address.compareTo(net.first()) >= 0 && address.compareTo(net.last()) <= 0;
    return inside ? address : null;
  }
}
