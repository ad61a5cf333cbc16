package kit.query;

import java.nio.charset.StandardCharsets;

/**
 * What a file holds, or why that is not known.
 *
 * @param state whether the content is here
 * @param bytes the content, one character for each byte (ISO 8859-1), so that nothing is lost in
 *     files of any encoding; empty unless it is here
 */
public record FileContent(State state, String bytes) {

  /** Whether a content is here, and if not, why. */
  public enum State {
    HELD,
    ABSENT,
    NO_FILE,
    UNREADABLE,
    TOO_BIG
  }

  public static FileContent of(byte[] content) {
    return new FileContent(State.HELD, new String(content, StandardCharsets.ISO_8859_1));
  }

  public static FileContent missing(State why) {
    return new FileContent(why, "");
  }

  /** The bytes of a text in UTF-8, written as {@link #bytes} is: for comparing with a content. */
  public static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  public boolean held() {
    return state == State.HELD;
  }

  public byte[] raw() {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The content as UTF-8 text. */
  public String text() {
    return new String(raw(), StandardCharsets.UTF_8);
  }
}
