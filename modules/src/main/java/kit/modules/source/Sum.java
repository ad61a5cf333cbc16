package kit.modules.source;

import java.util.Locale;
import java.util.Optional;
import kit.query.Checksum.Algorithm;
import kit.spi.PlanException;

/**
 * A checksum that a download must have.
 *
 * @param algorithm how it is computed
 * @param value the checksum in lower-case hex, or the URL of a file that has it
 */
record Sum(Algorithm algorithm, String value) {

  /** Reads {@code sha256:HEX} or {@code sha256:URL}. */
  static Sum of(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? "" : text.substring(0, colon).toUpperCase(Locale.ROOT);
    for (Algorithm algorithm : Algorithm.values()) {
      if (algorithm.name().equals(name)) {
        return of(algorithm, text.substring(colon + 1).strip());
      }
    }
    throw new PlanException(
        "checksum '" + text + "' does not say how it is computed", "write 'sha256:0123...'");
  }

  private static Sum of(Algorithm algorithm, String value) {
    if (value.indexOf("://") > 0) {
      return new Sum(algorithm, value);
    }
    String hex = value.toLowerCase(Locale.ROOT);
    if (!isHex(hex, digits(algorithm))) {
      throw new PlanException(
          "checksum '" + value + "' is no " + command(algorithm) + " checksum",
          "it has " + digits(algorithm) + " hexadecimal digits");
    }
    return new Sum(algorithm, hex);
  }

  boolean elsewhere() {
    return value.indexOf("://") > 0;
  }

  /** The program that computes it. */
  static String command(Algorithm algorithm) {
    return algorithm.name().toLowerCase(Locale.ROOT) + "sum";
  }

  private static int digits(Algorithm algorithm) {
    return switch (algorithm) {
      case MD5 -> 32;
      case SHA1 -> 40;
      case SHA224 -> 56;
      case SHA256 -> 64;
      case SHA384 -> 96;
      case SHA512 -> 128;
    };
  }

  private static boolean isHex(String text, int length) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return text.length() == length;
  }

  /**
   * The checksum of a file in a list as sha256sum writes it, plain or with {@code --tag}; a list of
   * one checksum without a name is that of any file.
   */
  Optional<String> in(String list, String file) {
    String only = null;
    int lines = 0;
    for (String line : list.split("\n")) {
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      lines++;
      int blank = text.indexOf(' ');
      String first = (blank < 0 ? text : text.substring(0, blank)).toLowerCase(Locale.ROOT);
      if (isHex(first, digits(algorithm))) {
        String name = blank < 0 ? "" : text.substring(blank + 1).strip();
        if (named(name.startsWith("*") ? name.substring(1) : name, file)) {
          return Optional.of(first);
        }
        only = name.isEmpty() ? first : only;
      } else if (text.contains(" (") && text.contains(") = ")) {
        String name = text.substring(text.indexOf(" (") + 2, text.lastIndexOf(") = "));
        String hex = text.substring(text.lastIndexOf(") = ") + 4).toLowerCase(Locale.ROOT);
        if (named(name, file) && isHex(hex, digits(algorithm))) {
          return Optional.of(hex);
        }
      }
    }
    return lines == 1 ? Optional.ofNullable(only) : Optional.empty();
  }

  private static boolean named(String name, String file) {
    return !name.isEmpty() && name.substring(name.lastIndexOf('/') + 1).equals(file);
  }
}
