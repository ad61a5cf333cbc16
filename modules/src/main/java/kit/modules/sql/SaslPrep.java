package kit.modules.sql;

import java.text.Normalizer;

/**
 * A password as PostgreSQL and its clients make it ready (SASLprep, RFC 4013): what that forbids is
 * taken as it is.
 */
final class SaslPrep {

  private SaslPrep() {}

  static String prepared(String password) {
    if (password.chars().allMatch(c -> c < 0x80)) {
      return password;
    }
    StringBuilder mapped = new StringBuilder();
    password
        .codePoints()
        .filter(c -> space(c) || !nothing(c))
        .forEach(c -> mapped.appendCodePoint(space(c) ? ' ' : c));
    String normal = Normalizer.normalize(mapped, Normalizer.Form.NFKC);
    boolean forbidden = normal.codePoints().anyMatch(SaslPrep::forbidden);
    return normal.isEmpty() || forbidden || !oneWay(normal) ? password : normal;
  }

  /** Table C.1.2 of RFC 3454. */
  private static boolean space(int c) {
    return c == 0xa0
        || c == 0x1680
        || c >= 0x2000 && c <= 0x200b
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000;
  }

  /** Table B.1: what is mapped to nothing. */
  private static boolean nothing(int c) {
    return c == 0xad
        || c == 0x34f
        || c == 0x1806
        || c >= 0x180b && c <= 0x180d
        || c >= 0x200b && c <= 0x200d
        || c == 0x2060
        || c >= 0xfe00 && c <= 0xfe0f
        || c == 0xfeff;
  }

  /** Tables C, and what Unicode 3.2 did not have, most of it beyond its first plane. */
  private static boolean forbidden(int c) {
    return switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.PRIVATE_USE,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> space(c);
        }
        || c == 0x6dd
        || c == 0x70f
        || c == 0x180e
        || c >= 0x200e && c <= 0x200f
        || c >= 0x202a && c <= 0x202e
        || c >= 0x2061 && c <= 0x2063
        || c >= 0x206a && c <= 0x206f
        || c >= 0x2ff0 && c <= 0x2ffb
        || c >= 0xfff9 && c <= 0xfffd
        || c == 0x340
        || c == 0x341
        || c > 0xffff && !early(c);
  }

  private static boolean early(int c) {
    return c >= 0x10300 && c <= 0x1034a
        || c >= 0x10400 && c <= 0x1044d
        || c >= 0x1d000 && c <= 0x1d7ff
        || c >= 0x20000 && c <= 0x2a6d6
        || c >= 0x2f800 && c <= 0x2fa1d;
  }

  /** Either nothing runs from right to left, or all of it does. */
  private static boolean oneWay(String text) {
    boolean right = text.codePoints().anyMatch(SaslPrep::right);
    boolean left =
        text.codePoints()
            .anyMatch(
                c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    return !right
        || !left && right(text.codePointAt(0)) && right(text.codePointBefore(text.length()));
  }

  private static boolean right(int c) {
    byte way = Character.getDirectionality(c);
    return way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
