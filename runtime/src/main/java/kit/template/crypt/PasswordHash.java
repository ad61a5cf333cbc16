package kit.template.crypt;

import java.security.SecureRandom;
import kit.template.python.Chars;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Types;
import kit.template.python.Undefined;

/** What {@code password_hash} makes; limits and defaults are those of passlib. */
public final class PasswordHash {
  static final String DIGITS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private PasswordHash() {}

  /** The hash; the arguments are password, type, salt, salt_size, rounds and ident. */
  public static String of(Object[] a) {
    if (a[0] instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (!(a[0] instanceof CharSequence password)) {
      throw new PythonError("secret must be unicode or bytes, not " + Types.name(a[0]));
    }
    if (password.toString().indexOf('\0') >= 0) {
      throw new PythonError("a password cannot hold a NUL character");
    }
    String type = Text.str(a[1]);
    String secret = password.toString();
    return switch (type) {
      case "sha512", "sha512_crypt" -> {
        int rounds = rounds(a[4], 656_000, 1000, 999_999_999);
        yield ShaCrypt.hash(secret, salt(a, 16, 16), rounds, 512);
      }
      case "sha256", "sha256_crypt" -> {
        int rounds = rounds(a[4], 535_000, 1000, 999_999_999);
        yield ShaCrypt.hash(secret, salt(a, 16, 16), rounds, 256);
      }
      case "md5", "md5_crypt" -> Md5Crypt.hash(secret, salt(a, 8, 8));
      case "blowfish", "bcrypt" -> {
        String ident = Truth.of(a[5]) ? Text.str(a[5]) : "2b";
        String salt = salt(a, 22, 22);
        if (salt.length() != 22) {
          throw new PythonError(
              "Could not hash the secret: salt too small (bcrypt requires exactly 22 chars)");
        }
        yield Bcrypt.hash(secret, salt, rounds(a[4], 12, 4, 31), ident);
      }
      default -> throw new PythonError("there is no hash type '" + type + "'");
    };
  }

  private static int rounds(Object given, int otherwise, int least, int most) {
    if (!Truth.of(given)) {
      return otherwise;
    }
    Object number = given instanceof CharSequence text ? Numbers.parse(text.toString(), 10) : given;
    if (number == null || !Numbers.isNumber(number)) {
      throw new PythonError("Could not hash the secret: rounds is no number: " + Text.repr(given));
    }
    int rounds = Numbers.index(Numbers.truncate(Numbers.toDouble(number)));
    if (rounds < least || rounds > most) {
      throw new PythonError(
          "Could not hash the secret: rounds must be at least " + least + " and at most " + most);
    }
    return rounds;
  }

  private static String salt(Object[] a, int most, int usual) {
    if (!Truth.of(a[2])) {
      int size = Truth.of(a[3]) ? Numbers.index(a[3]) : usual;
      if (size > most) {
        throw new PythonError(
            "Could not hash the secret: the salt has at most " + most + " characters");
      }
      SecureRandom random = new SecureRandom();
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < size; i++) {
        out.append(DIGITS.charAt(random.nextInt(64)));
      }
      return out.toString();
    }
    String salt = Text.str(a[2]);
    if (Chars.length(salt) > most) {
      throw new PythonError(
          "Could not hash the secret: salt too large, it has at most " + most + " characters");
    }
    for (int i = 0; i < salt.length(); i++) {
      if (DIGITS.indexOf(salt.charAt(i)) < 0) {
        throw new PythonError("Could not hash the secret: invalid characters in the salt");
      }
    }
    return salt;
  }

  /** Writes the lowest bits of three bytes as digits. */
  static void digits(StringBuilder out, int high, int middle, int low, int count) {
    int bits = (high & 255) << 16 | (middle & 255) << 8 | low & 255;
    for (int i = 0; i < count; i++) {
      out.append(DIGITS.charAt(bits & 63));
      bits >>= 6;
    }
  }
}
