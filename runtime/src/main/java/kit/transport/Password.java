package kit.transport;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A password or passphrase. It has no text form, so that it cannot end up in a message. */
public final class Password {

  private final char[] chars;

  private Password(char[] chars) {
    this.chars = chars;
  }

  /** Takes a copy. */
  public static Password of(CharSequence text) {
    char[] chars = new char[text.length()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = text.charAt(i);
    }
    return new Password(chars);
  }

  /** A copy, which the caller overwrites after use. */
  public char[] chars() {
    return chars.clone();
  }

  /** The UTF-8 form and a line end, which the caller overwrites after use. */
  public byte[] line() {
    ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
    byte[] line = new byte[utf8.remaining() + 1];
    utf8.get(line, 0, line.length - 1);
    line[line.length - 1] = '\n';
    Arrays.fill(utf8.array(), (byte) 0);
    return line;
  }

  @Override
  public String toString() {
    return "********";
  }
}
