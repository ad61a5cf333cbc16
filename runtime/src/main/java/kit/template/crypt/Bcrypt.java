package kit.template.crypt;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import kit.template.python.PythonError;

/** bcrypt (N. Provos, D. Mazières, "A Future-Adaptable Password Scheme"). */
final class Bcrypt {
  private static final String DIGITS =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int WORDS = 18 + 1024;
  private static final String TEXT = "OrpheanBeholderScryDoubt";

  private final int[] p;
  private final int[] s;

  private Bcrypt() {
    int[] words = fractionOfPi();
    p = Arrays.copyOf(words, 18);
    s = Arrays.copyOfRange(words, 18, WORDS);
  }

  static String hash(String password, String salt, int cost, String ident) {
    switch (ident) {
      case "2", "2a", "2b", "2y":
        break;
      default:
        throw new PythonError("invalid ident: '" + ident + "'");
    }
    byte[] utf8 = password.getBytes(StandardCharsets.UTF_8);
    byte[] key = Arrays.copyOf(utf8, Math.min(utf8.length, 72) + 1);
    byte[] whole = utf8.length >= 72 ? Arrays.copyOf(utf8, 72) : key;
    // The last digit of a salt has four bits too many.
    String exact = salt.substring(0, 21) + DIGITS.charAt(DIGITS.indexOf(salt.charAt(21)) & ~15);
    byte[] seed = decode(exact);
    Bcrypt state = new Bcrypt();
    state.expand(whole, seed);
    for (long i = 1L << cost; i > 0; i--) {
      state.expand(whole, new byte[16]);
      state.expand(seed, new byte[16]);
    }
    byte[] out = new byte[24];
    byte[] text = TEXT.getBytes(StandardCharsets.US_ASCII);
    for (int block = 0; block < 24; block += 8) {
      int[] pair = {word(text, block), word(text, block + 4)};
      for (int i = 0; i < 64; i++) {
        state.encrypt(pair);
      }
      for (int i = 0; i < 8; i++) {
        out[block + i] = (byte) (pair[i / 4] >> 24 - i % 4 * 8);
      }
    }
    String shown = (cost < 10 ? "0" : "") + cost;
    return "$" + ident + "$" + shown + "$" + exact + encode(Arrays.copyOf(out, 23));
  }

  /**
   * Blowfish begins with the digits of pi behind the point; they are computed (Machin's formula).
   */
  private static int[] fractionOfPi() {
    int bits = WORDS * 32;
    int guard = 64;
    BigInteger one = BigInteger.ONE.shiftLeft(bits + guard);
    BigInteger pi =
        inverseTangent(one, 5).shiftLeft(4).subtract(inverseTangent(one, 239).shiftLeft(2));
    BigInteger fraction = pi.subtract(one.multiply(BigInteger.valueOf(3))).shiftRight(guard);
    byte[] bytes = fraction.toByteArray();
    byte[] digits = new byte[WORDS * 4];
    int length = Math.min(bytes.length, digits.length);
    System.arraycopy(bytes, bytes.length - length, digits, digits.length - length, length);
    int[] words = new int[WORDS];
    for (int i = 0; i < WORDS; i++) {
      words[i] = word(digits, i * 4);
    }
    return words;
  }

  /** The inverse tangent of one {@code n}th. */
  private static BigInteger inverseTangent(BigInteger one, int n) {
    BigInteger square = BigInteger.valueOf((long) n * n);
    BigInteger power = one.divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (int k = 3; power.signum() != 0; k += 2) {
      power = power.divide(square);
      BigInteger term = power.divide(BigInteger.valueOf(k));
      sum = (k & 2) != 0 ? sum.subtract(term) : sum.add(term);
    }
    return sum;
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 255) << 24
        | (bytes[at + 1] & 255) << 16
        | (bytes[at + 2] & 255) << 8
        | bytes[at + 3] & 255;
  }

  private void encrypt(int[] pair) {
    int left = pair[0] ^ p[0];
    int right = pair[1];
    for (int i = 1; i < 17; i += 2) {
      right ^= mix(left) ^ p[i];
      left ^= mix(right) ^ p[i + 1];
    }
    pair[0] = right ^ p[17];
    pair[1] = left;
  }

  private int mix(int x) {
    int sum = s[x >>> 24] + s[256 + (x >>> 16 & 255)];
    return (sum ^ s[512 + (x >>> 8 & 255)]) + s[768 + (x & 255)];
  }

  private void expand(byte[] key, byte[] salt) {
    for (int i = 0; i < 18; i++) {
      int word = 0;
      for (int j = 0; j < 4; j++) {
        word = word << 8 | key[(i * 4 + j) % key.length] & 255;
      }
      p[i] ^= word;
    }
    int[] pair = new int[2];
    int at = 0;
    for (int i = 0; i < WORDS; i += 2) {
      pair[0] ^= word(salt, at);
      pair[1] ^= word(salt, at + 4);
      at = (at + 8) % 16;
      encrypt(pair);
      int[] into = i < 18 ? p : s;
      int start = i < 18 ? i : i - 18;
      into[start] = pair[0];
      into[start + 1] = pair[1];
    }
  }

  private static byte[] decode(String digits) {
    byte[] out = new byte[16];
    int bits = 0;
    int count = 0;
    int at = 0;
    for (int i = 0; i < digits.length() && at < 16; i++) {
      bits = bits << 6 | DIGITS.indexOf(digits.charAt(i));
      count += 6;
      if (count >= 8) {
        count -= 8;
        out[at++] = (byte) (bits >> count);
      }
    }
    return out;
  }

  private static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    int bits = 0;
    int count = 0;
    for (byte b : bytes) {
      bits = bits << 8 | b & 255;
      count += 8;
      while (count >= 6) {
        count -= 6;
        out.append(DIGITS.charAt(bits >> count & 63));
      }
    }
    if (count > 0) {
      out.append(DIGITS.charAt(bits << 6 - count & 63));
    }
    return out.toString();
  }
}
