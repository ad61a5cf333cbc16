package kit.template.filters;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Text;

/**
 * Random numbers; with a seed the same ones that Python's {@code random.Random} draws (Mersenne
 * twister).
 */
final class Lots {
  private final SecureRandom secure;
  private final int[] state = new int[624];
  private int at = 624;

  private Lots(int[] key) {
    secure = key == null ? new SecureRandom() : null;
    if (key != null) {
      seed(key);
    }
  }

  static Lots of(Object seed) {
    if (seed == null) {
      return new Lots(null);
    }
    BigInteger number;
    if (Numbers.isInteger(seed)) {
      number = Numbers.big(seed).abs();
    } else if (seed instanceof CharSequence text) {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      number = new BigInteger(1, bytes).shiftLeft(512).or(new BigInteger(1, sha512(bytes)));
    } else {
      throw new PythonError("a seed must be a text or a whole number, not " + Text.repr(seed));
    }
    int[] key = new int[Math.max(1, (number.bitLength() + 31) / 32)];
    for (int i = 0; i < key.length; i++) {
      key[i] = number.shiftRight(32 * i).intValue();
    }
    return new Lots(key);
  }

  private static byte[] sha512(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void seed(int[] key) {
    state[0] = 19650218;
    for (int i = 1; i < 624; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
    }
    int i = 1;
    int j = 0;
    for (int k = Math.max(624, key.length); k > 0; k--) {
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1664525) + key[j] + j;
      j = (j + 1) % key.length;
      i = turn(i);
    }
    for (int k = 623; k > 0; k--) {
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1566083941) - i;
      i = turn(i);
    }
    state[0] = 0x80000000;
  }

  private int turn(int i) {
    if (i == 623) {
      state[0] = state[623];
      return 1;
    }
    return i + 1;
  }

  private int word() {
    if (secure != null) {
      return secure.nextInt();
    }
    if (at == 624) {
      for (int k = 0; k < 624; k++) {
        int y = state[k] & 0x80000000 | state[(k + 1) % 624] & 0x7fffffff;
        state[k] = state[(k + 397) % 624] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
      }
      at = 0;
    }
    int y = state[at++];
    y ^= y >>> 11;
    y ^= y << 7 & 0x9d2c5680;
    y ^= y << 15 & 0xefc60000;
    return y ^ y >>> 18;
  }

  private long bits(int count) {
    if (count <= 32) {
      return Integer.toUnsignedLong(word() >>> 32 - count);
    }
    long low = Integer.toUnsignedLong(word());
    return low | Integer.toUnsignedLong(word() >>> 64 - count) << 32;
  }

  /** A number of at least 0 and below the limit. */
  long below(long limit) {
    int count = 64 - Long.numberOfLeadingZeros(limit);
    long drawn = bits(count);
    while (drawn >= limit) {
      drawn = bits(count);
    }
    return drawn;
  }

  void shuffle(List<Object> items) {
    for (int i = items.size() - 1; i > 0; i--) {
      Collections.swap(items, i, (int) below(i + 1L));
    }
  }
}
