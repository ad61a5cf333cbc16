package kit.modules.sql;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Addresses that begin with the same bits.
 *
 * @param bits of an address in it
 * @param length how many of them count
 */
record HbaNetwork(byte[] bits, int length) {

  /** Of {@code 10.0.0.0/8} or {@code 10.0.0.0 255.0.0.0}; empty for names and words. */
  static Optional<HbaNetwork> of(String address) {
    String[] parts = address.split("[/ ]", 2);
    if (!number(parts[0]) || parts.length < 2) {
      return Optional.empty();
    }
    try {
      byte[] bits = InetAddress.getByName(parts[0]).getAddress();
      boolean plain = parts[1].chars().allMatch(Character::isDigit);
      int length = plain ? Integer.parseInt(parts[1]) : ones(parts[1]);
      return Optional.of(new HbaNetwork(bits, Math.min(length, bits.length * 8)));
    } catch (UnknownHostException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Others would be looked up as names. */
  private static boolean number(String text) {
    String part = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    return text.indexOf(':') >= 0 || text.matches(part + "(\\." + part + "){3}");
  }

  private static int ones(String mask) throws UnknownHostException {
    int ones = 0;
    if (number(mask)) {
      for (byte part : InetAddress.getByName(mask).getAddress()) {
        ones += Integer.bitCount(part & 0xff);
      }
    }
    return ones;
  }

  /** Whether every address of the other is in this one. */
  boolean holds(HbaNetwork other) {
    if (bits.length != other.bits.length || length > other.length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      int mask = 0x80 >> i % 8;
      if ((bits[i / 8] & mask) != (other.bits[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
