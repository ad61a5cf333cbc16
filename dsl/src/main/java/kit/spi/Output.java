package kit.spi;

import java.nio.charset.StandardCharsets;

/**
 * What a piece of sh gave back.
 *
 * @param rc exit status; 128 + n when a signal n ended it
 * @param out standard output, as kept
 * @param err standard error, as kept
 * @param dropped how many bytes of output were not kept because there were too many
 * @param timedOut whether it was killed for taking longer than allowed
 */
public record Output(int rc, byte[] out, byte[] err, long dropped, boolean timedOut) {

  public static Output of(int rc, String out, String err) {
    return new Output(
        rc, out.getBytes(StandardCharsets.UTF_8), err.getBytes(StandardCharsets.UTF_8), 0, false);
  }

  /** Standard output as UTF-8 text. */
  public String text() {
    return new String(out, StandardCharsets.UTF_8);
  }

  /** Standard error as UTF-8 text. */
  public String errors() {
    return new String(err, StandardCharsets.UTF_8);
  }
}
