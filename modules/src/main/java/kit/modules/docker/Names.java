package kit.modules.docker;

import kit.spi.PlanException;

/** Names as Docker takes them for containers, networks, volumes and services. */
final class Names {

  private Names() {}

  /** Letters, digits and {@code _.-}, the first a letter or digit. */
  static boolean good(String name) {
    boolean good = !name.isEmpty() && letter(name.charAt(0));
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      good &= letter(c) || c == '_' || c == '.' || c == '-';
    }
    return good;
  }

  /**
   * @param what it is a name of: {@code a container}
   * @throws PlanException if Docker would not take it
   */
  static void check(String what, String name) {
    if (!good(name)) {
      throw new PlanException(
          "'" + name + "' cannot be the name of " + what,
          "letters, digits, '_', '.' and '-', the first a letter or digit");
    }
  }

  private static boolean letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
