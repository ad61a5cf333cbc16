package kit.modules.crypto;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kit.spi.PlanException;

/** The names of RFC 5280 section 4.2.1.6: {@code DNS:example.org}, {@code IP:192.0.2.1}. */
final class GeneralName {

  private static final List<String> KINDS =
      List.of("otherName", "email", "DNS", "x400", "dirName", "ediParty", "URI", "IP", "RID");

  private GeneralName() {}

  /** A list that may be written in one text, {@code 'DNS:a,DNS:b'}. */
  static List<String> split(List<String> written) {
    List<String> names = new ArrayList<>();
    for (String item : written) {
      int from = 0;
      for (int comma = item.indexOf(','); comma >= 0; comma = item.indexOf(',', comma + 1)) {
        String rest = item.substring(comma + 1).strip();
        int colon = rest.indexOf(':');
        if (colon > 0 && kind(rest.substring(0, colon)) >= 0) {
          names.add(item.substring(from, comma).strip());
          from = comma + 1;
        }
      }
      names.add(item.substring(from).strip());
    }
    return names;
  }

  /**
   * @param written with its kind in front
   * @param argument where it stands
   * @throws PlanException if it is none that can be written
   */
  static byte[] encode(String written, String argument) {
    int colon = written.indexOf(':');
    int kind = colon < 0 ? -1 : kind(written.substring(0, colon));
    String value = written.substring(colon + 1).strip();
    return switch (kind) {
      case 1, 2, 6 -> Encoded.choice(kind, false, ascii(value, written, argument));
      case 7 -> Encoded.choice(kind, false, address(value, written, argument));
      case 8 -> Encoded.choice(kind, false, Der.of(oid(value, written, argument)).content());
      case 0 -> other(value, written, argument);
      default ->
          throw wrong(written, argument, "DNS:, IP:, email:, URI:, RID: or otherName: goes before");
    };
  }

  /** As {@link #encode} reads it. */
  static String decode(Der name) {
    int kind = name.choice();
    return switch (kind) {
      case 1, 2, 6 -> KINDS.get(kind) + ":" + Subject.visible(name.text());
      case 7 -> "IP:" + address(name.content());
      case 8 -> "RID:" + name.oid();
      case 4 -> "dirName:" + Subject.of(name.part(0)).text();
      case 0 -> {
        Der text = name.part(1).part(0);
        String prefix = "otherName:" + name.part(0).oid() + ";";
        yield text.tag() == Der.UTF8
            ? prefix + "UTF8:" + Subject.visible(text.text())
            : prefix + "#" + Extension.hex(text.whole());
      }
      default -> "#" + Extension.hex(name.whole());
    };
  }

  private static int kind(String word) {
    return KINDS.indexOf(word.equalsIgnoreCase("dns") ? "DNS" : word);
  }

  private static byte[] ascii(String value, String written, String argument) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
        throw wrong(written, argument, "only ASCII without blanks: write IDN as xn--...");
      }
    }
    if (value.isEmpty()) {
      throw wrong(written, argument, "it is empty");
    }
    return value.getBytes(StandardCharsets.US_ASCII);
  }

  /** With a mask for name constraints: {@code 10.0.0.0/8}. */
  private static byte[] address(String value, String written, String argument) {
    int slash = value.indexOf('/');
    byte[] address = number(slash < 0 ? value : value.substring(0, slash), written, argument);
    if (slash < 0) {
      return address;
    }
    byte[] both = Arrays.copyOf(address, address.length * 2);
    try {
      int length = Integer.parseInt(value.substring(slash + 1));
      for (int i = 0; i < address.length; i++) {
        int bits = Math.max(0, Math.min(8, length - 8 * i));
        both[address.length + i] = (byte) (0xff00 >> bits);
      }
    } catch (NumberFormatException e) {
      throw wrong(written, argument, "10.0.0.0/8");
    }
    return both;
  }

  private static byte[] number(String value, String written, String argument) {
    boolean literal = !value.isEmpty() && value.indexOf('%') < 0;
    for (int i = 0; i < value.length(); i++) {
      literal &= Character.digit(value.charAt(i), 16) >= 0 || ".:".indexOf(value.charAt(i)) >= 0;
    }
    boolean six = value.indexOf(':') >= 0;
    if (!literal || !six && value.split("\\.", -1).length != 4) {
      throw wrong(written, argument, "an address in numbers");
    }
    try {
      return InetAddress.getByName(value).getAddress(); // no name is looked up: it is a number
    } catch (UnknownHostException e) {
      throw wrong(written, argument, "an address in numbers");
    }
  }

  private static String address(byte[] bytes) {
    try {
      int half = bytes.length / 2;
      if (bytes.length == 8 || bytes.length == 32) {
        int length = 0;
        for (int i = half; i < bytes.length; i++) {
          length += Integer.bitCount(bytes[i] & 0xff);
        }
        return address(Arrays.copyOf(bytes, half)) + "/" + length;
      }
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      return Extension.hex(bytes);
    }
  }

  private static byte[] other(String value, String written, String argument) {
    int split = value.indexOf(";UTF8:");
    if (split < 0) {
      throw wrong(written, argument, "otherName:1.3.6.1.4.1.311.20.2.3;UTF8:joe@example.org");
    }
    byte[] text = value.substring(split + 6).getBytes(StandardCharsets.UTF_8);
    byte[] tagged = Encoded.choice(0, true, Encoded.value(Der.UTF8, text));
    byte[] oid = oid(value.substring(0, split), written, argument);
    byte[] both = Arrays.copyOf(oid, oid.length + tagged.length);
    System.arraycopy(tagged, 0, both, oid.length, tagged.length);
    return Encoded.choice(0, true, both);
  }

  private static byte[] oid(String value, String written, String argument) {
    try {
      return Encoded.oid(value);
    } catch (NumberFormatException e) {
      throw wrong(written, argument, "an identifier such as 1.3.6.1.4.1.311.20.2.3");
    }
  }

  private static PlanException wrong(String written, String argument, String hint) {
    return new PlanException(argument + " cannot have '" + Subject.visible(written) + "'", hint);
  }
}
