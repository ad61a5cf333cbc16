package kit.modules.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One value in the Distinguished Encoding Rules (X.690), as certificates are written. */
final class Der {

  static final int BOOLEAN = 0x01;
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int OID = 0x06;
  static final int UTF8 = 0x0c;
  static final int IA5 = 0x16;
  static final int UTC_TIME = 0x17;
  static final int BMP = 0x1e;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  /** What is no such value, or ends too early. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  private final byte[] data;
  private final int head;
  private final int from;
  private final int to;

  private Der(byte[] data, int head, int from, int to) {
    this.data = data;
    this.head = head;
    this.from = from;
    this.to = to;
  }

  /** The value that fills all the bytes. */
  static Der of(byte[] data) {
    Der der = at(data, 0, data.length);
    if (der.to != data.length) {
      throw new Malformed("something follows the value");
    }
    return der;
  }

  private static Der at(byte[] data, int head, int end) {
    if (end - head < 2) {
      throw new Malformed("a value ends too early");
    }
    int length = data[head + 1] & 0xff;
    int from = head + 2;
    if (length > 0x7f) {
      int count = length & 0x7f;
      if (count == 0 || count > 3 || from + count > end) {
        throw new Malformed("a value has a length that cannot be");
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = length << 8 | data[from++] & 0xff;
      }
    }
    if (length > end - from) {
      throw new Malformed("a value ends too early");
    }
    return new Der(data, head, from, from + length);
  }

  int tag() {
    return data[head] & 0xff;
  }

  /** The number of a tag whose meaning the place gives, such as {@code [2]}; -1 if it is none. */
  int choice() {
    return (tag() & 0xc0) == 0x80 ? tag() & 0x1f : -1;
  }

  /** The values that it is made of. */
  List<Der> parts() {
    List<Der> parts = new ArrayList<>();
    for (int at = from; at < to; ) {
      Der part = at(data, at, to);
      parts.add(part);
      at = part.to;
    }
    return parts;
  }

  /** The part at a place. */
  Der part(int index) {
    List<Der> parts = parts();
    if (index >= parts.size()) {
      throw new Malformed("a part is missing");
    }
    return parts.get(index);
  }

  /** The content alone. */
  byte[] content() {
    return Arrays.copyOfRange(data, from, to);
  }

  /** The value as it is written, with tag and length. */
  byte[] whole() {
    return Arrays.copyOfRange(data, head, to);
  }

  /** The content of a bit string that ends with a whole byte. */
  byte[] bits() {
    if (from == to) {
      throw new Malformed("a bit string is empty");
    }
    return Arrays.copyOfRange(data, from + 1, to);
  }

  BigInteger number() {
    if (from == to) {
      throw new Malformed("a number is empty");
    }
    return new BigInteger(content());
  }

  boolean truth() {
    return from < to && data[from] != 0;
  }

  /** An object identifier as numbers with dots. */
  String oid() {
    StringBuilder text = new StringBuilder();
    long value = 0;
    for (int i = from; i < to; i++) {
      value = value << 7 | data[i] & 0x7f;
      if ((data[i] & 0x80) == 0) {
        if (text.isEmpty()) {
          long first = Math.min(value / 40, 2);
          text.append(first).append('.').append(value - first * 40);
        } else {
          text.append('.').append(value);
        }
        value = 0;
      }
    }
    return text.toString();
  }

  /** A text of any of the kinds that names are written in. */
  String text() {
    return new String(
        content(),
        switch (tag()) {
          case UTF8 -> StandardCharsets.UTF_8;
          case BMP -> StandardCharsets.UTF_16BE;
          default -> StandardCharsets.ISO_8859_1;
        });
  }
}
