package kit.shell;

import java.nio.charset.StandardCharsets;

/** Bytes as a command of the shell itself: any byte, NUL included, in plain ASCII. */
final class Payload {

  /** What goes through the shell's own input; more than that goes through a channel of its own. */
  static final int IN_BAND = 48 * 1024;

  private Payload() {}

  /**
   * {@code printf 'text'}: unlike a heredoc it needs no final newline and carries NUL, unlike
   * base64 it needs no program and leaves text readable.
   */
  static String printf(byte[] bytes) {
    StringBuilder word = new StringBuilder(bytes.length + bytes.length / 8 + 16);
    word.append("printf '");
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      if (b == '\'') {
        word.append("'\\''");
      } else if (b == '%') {
        word.append("%%");
      } else if (b == '\\') {
        word.append("\\\\");
      } else if (b == '\n' || b == '\t' || b >= ' ' && b < 0x7f && (i > 0 || b != '-')) {
        word.append((char) b);
      } else {
        word.append('\\').append((char) ('0' + (b >> 6)));
        word.append((char) ('0' + (b >> 3 & 7))).append((char) ('0' + (b & 7)));
      }
    }
    return word.append('\'').toString();
  }

  /** A word of text as UTF-8. */
  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
