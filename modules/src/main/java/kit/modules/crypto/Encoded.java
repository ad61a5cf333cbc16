package kit.modules.crypto;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.List;

/** Writes values as {@link Der} reads them. */
final class Encoded {

  private Encoded() {}

  static byte[] value(int tag, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 4);
    out.write(tag);
    if (length > 0xffff) {
      out.write(0x83);
      out.write(length >> 16);
      out.write(length >> 8);
    } else if (length > 0xff) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length > 0x7f) {
      out.write(0x81);
    }
    out.write(length);
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] sequence(List<byte[]> parts) {
    return value(Der.SEQUENCE, parts.toArray(new byte[0][]));
  }

  static byte[] number(int value) {
    return value(Der.INTEGER, BigInteger.valueOf(value).toByteArray());
  }

  /** A value with the tag {@code [number]} of its place. */
  static byte[] choice(int number, boolean made, byte[] content) {
    return value(0x80 | (made ? 0x20 : 0) | number, content);
  }

  /**
   * Bits, the first being the highest of the first byte; zeros at the end are left out, as DER
   * demands of named bits.
   */
  static byte[] bits(int bits) {
    int used = 16 - Math.min(16, Integer.numberOfTrailingZeros(bits));
    int bytes = (used + 7) / 8;
    byte[] content = new byte[1 + bytes];
    content[0] = (byte) (bytes * 8 - used);
    for (int i = 0; i < bytes; i++) {
      content[1 + i] = (byte) (bits >> 8 * (1 - i));
    }
    return value(Der.BIT_STRING, content);
  }

  /**
   * An object identifier.
   *
   * @throws NumberFormatException if it is not at least two numbers with a dot between them
   */
  static byte[] oid(String dotted) {
    String[] numbers = dotted.split("\\.", -1);
    if (numbers.length < 2) {
      throw new NumberFormatException(dotted);
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    int first = Integer.parseUnsignedInt(numbers[0]);
    int second = Integer.parseUnsignedInt(numbers[1]);
    if (first > 2 || first < 2 && second > 39 || second > 1_000_000_000) {
      throw new NumberFormatException(dotted);
    }
    base128(content, first * 40L + second);
    for (int i = 2; i < numbers.length; i++) {
      base128(content, Long.parseUnsignedLong(numbers[i]));
    }
    return value(Der.OID, content.toByteArray());
  }

  private static void base128(ByteArrayOutputStream out, long value) {
    int shift = 63;
    while (shift > 0 && value >>> shift == 0) {
      shift -= 7;
    }
    for (; shift > 0; shift -= 7) {
      out.write((int) (value >>> shift & 0x7f | 0x80));
    }
    out.write((int) (value & 0x7f));
  }
}
