package kit.template.net;

import java.math.BigInteger;

/**
 * An address with the length of its network's prefix.
 *
 * @param version 4 or 6
 * @param value the address as a number
 * @param prefix how many bits name the network
 */
public record IpNet(int version, BigInteger value, int prefix) {

  /** The network that a text names; null if it names none. */
  public static IpNet of(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    String mask = slash < 0 ? null : text.substring(slash + 1);
    IpNet single = address(address);
    if (single == null) {
      BigInteger partial = partial(address);
      single = partial == null ? null : new IpNet(4, partial, 32);
    }
    if (single == null || mask == null) {
      return single;
    }
    int prefix = prefix(mask, single.version);
    return prefix < 0 ? null : new IpNet(single.version, single.value, prefix);
  }

  /** The address that a text is; null if it is none. */
  public static IpNet address(String text) {
    BigInteger four = IpText.v4(text);
    if (four != null) {
      return new IpNet(4, four, 32);
    }
    BigInteger six = text.indexOf(':') < 0 ? null : IpText.v6(text);
    return six == null ? null : new IpNet(6, six, 128);
  }

  /** {@code 10.1} stands for {@code 10.1.0.0}. */
  private static BigInteger partial(String text) {
    int parts = text.isEmpty() ? 0 : text.split("\\.", -1).length;
    return parts < 1 || parts > 3 ? null : IpText.v4(text + ".0".repeat(4 - parts));
  }

  private static int prefix(String mask, int version) {
    int width = version == 4 ? 32 : 128;
    if (!mask.isEmpty() && mask.length() < 4 && mask.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int prefix = Integer.parseInt(mask);
      return prefix <= width ? prefix : -1;
    }
    BigInteger bits = version == 4 ? IpText.v4(mask) : IpText.v6(mask);
    if (bits == null) {
      return -1;
    }
    BigInteger all = BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
    BigInteger hosts = isLow(all.andNot(bits)) ? all.andNot(bits) : bits;
    return isLow(hosts) ? width - hosts.bitLength() : -1;
  }

  /** Whether the bits that are set are the lowest ones. */
  private static boolean isLow(BigInteger bits) {
    return bits.add(BigInteger.ONE).bitCount() == 1;
  }

  public int width() {
    return version == 4 ? 32 : 128;
  }

  private BigInteger hosts() {
    return BigInteger.ONE.shiftLeft(width() - prefix).subtract(BigInteger.ONE);
  }

  public BigInteger size() {
    return hosts().add(BigInteger.ONE);
  }

  public BigInteger first() {
    return value.andNot(hosts());
  }

  public BigInteger last() {
    return value.or(hosts());
  }

  boolean isLarger(int than) {
    return size().compareTo(BigInteger.valueOf(than)) > 0;
  }

  /** Whether the address is that of the network itself. */
  boolean isNetwork() {
    return value.equals(first());
  }

  /** Whether the network has a broadcast address; point-to-point networks have none. */
  boolean hasBroadcast() {
    return version == 6 || width() - prefix > 1;
  }

  /** The network without bits for hosts. */
  public IpNet cidr() {
    return new IpNet(version, first(), prefix);
  }

  /** Another address of the same kind. */
  IpNet at(BigInteger address) {
    return new IpNet(version, address, width());
  }

  String text(BigInteger address) {
    return IpText.of(address, version);
  }

  public String ip() {
    return text(value);
  }

  String netmask() {
    return text(BigInteger.ONE.shiftLeft(width()).subtract(BigInteger.ONE).andNot(hosts()));
  }

  String hostmask() {
    return text(hosts());
  }

  /** Whether every address of this network is in the other. */
  public boolean isIn(IpNet other) {
    return version == other.version
        && first().compareTo(other.first()) >= 0
        && last().compareTo(other.last()) <= 0;
  }

  boolean isInAny(String... networks) {
    for (String network : networks) {
      if (isIn(of(network))) {
        return true;
      }
    }
    return false;
  }

  boolean isPrivate() {
    return version == 4
        ? isInAny(
            "10.0.0.0/8",
            "100.64.0.0/10",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "239.0.0.0/8",
            "169.254.0.0/16")
        : isInAny("fc00::/7", "fec0::/10", "fe80::/10");
  }

  boolean isMulticast() {
    return isInAny("224.0.0.0/4", "ff00::/8");
  }

  boolean isLoopback() {
    return isInAny("127.0.0.0/8", "::1/128");
  }

  boolean isMask() {
    BigInteger all = BigInteger.ONE.shiftLeft(width()).subtract(BigInteger.ONE);
    return isLow(value) || isLow(all.andNot(value));
  }

  @Override
  public String toString() {
    return ip() + "/" + prefix;
  }
}
