package kit.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** The forms in which a secret can turn up in a text. */
final class Forms {

  /** Pieces of encodings that are shorter are found everywhere. */
  private static final int PIECE = 6;

  /** Lines of a secret that are shorter say little, and are found everywhere. */
  private static final int LINE = 8;

  private Forms() {}

  static void of(String secret, Finder finder) {
    every(secret, finder);
    if (secret.indexOf('\n') >= 0) {
      for (String line : secret.split("\n")) {
        if (line.strip().length() >= LINE) {
          every(line.strip(), finder);
        }
      }
    }
  }

  private static void every(String secret, Finder finder) {
    finder.add(secret, false);
    finder.add(Visible.text(secret), false);
    finder.add(Visible.line(secret), false);
    String shell = secret.replace("'", "'\\''");
    finder.add(shell, false);
    finder.add(secret.replace("'", "'\"'\"'"), false);
    finder.add(Json.escaped(secret), false);
    finder.add(Json.escaped(shell), false);
    finder.add(python(secret), false);
    finder.add(secret.replace("'", "''"), false);
    finder.add(backslashed(secret), false);
    xml(secret, finder);
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    url(bytes, finder);
    finder.add(HexFormat.of().formatHex(bytes), true);
    finder.add(HexFormat.of().withUpperCase().formatHex(bytes), true);
    base64(bytes, finder);
  }

  /** As Python's and YAML's quoted texts have it. */
  private static String python(String secret) {
    return secret.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n");
  }

  /** As {@code printf %q} has it. */
  private static String backslashed(String secret) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < secret.length(); i++) {
      char c = secret.charAt(i);
      boolean plain = Character.isLetterOrDigit(c) || "_./:,+@%-=".indexOf(c) >= 0 || c > 0x7f;
      out.append(plain ? "" : "\\").append(c);
    }
    return out.toString();
  }

  private static void xml(String secret, Finder finder) {
    String base = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    finder.add(base, false);
    finder.add(base.replace("\"", "&quot;").replace("'", "&apos;"), false);
    finder.add(base.replace("\"", "&#34;").replace("'", "&#39;"), false);
    finder.add(base.replace("\"", "&quot;"), false);
  }

  private static void url(byte[] bytes, Finder finder) {
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    for (byte b : bytes) {
      boolean plain =
          b >= 'a' && b <= 'z'
              || b >= 'A' && b <= 'Z'
              || b >= '0' && b <= '9'
              || "-_.~".indexOf(b) >= 0;
      if (plain) {
        upper.append((char) b);
        lower.append((char) b);
      } else {
        upper.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        lower.append('%').append(HexFormat.of().toHexDigits(b));
      }
    }
    for (String form : new String[] {upper.toString(), lower.toString()}) {
      finder.add(form, false);
      finder.add(form.replace("%20", "+"), false);
      // quote() leaves these as they are
      finder.add(form.replace("%2F", "/").replace("%2f", "/"), false);
      finder.add(form.replace("~", "%7E"), false);
    }
  }

  /**
   * What is the same in every base64 text around the secret: its first byte can be the first,
   * second or third of a group, and the letters at the ends depend on the neighbours.
   */
  private static void base64(byte[] bytes, Finder finder) {
    for (Base64.Encoder encoder :
        new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
      finder.add(encoder.encodeToString(bytes), true);
      for (int before = 0; before < 3; before++) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String text = encoder.withoutPadding().encodeToString(shifted);
        int from = (before * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        if (to - from >= PIECE) {
          finder.add(text.substring(from, to), true);
        }
      }
    }
  }
}
