package kit.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What libraries and careless scripts print, cleaned of secrets. A line is held back until it is
 * whole, so that a secret in two pieces is found; of a line that does not end as much is held back
 * as the longest secret needs.
 */
public final class MaskedStream extends OutputStream {

  private static final int MOST = 64 * 1024;

  private final OutputStream out;
  private final Redactor redactor;
  private byte[] held = new byte[256];
  private int size;

  public MaskedStream(OutputStream out, Redactor redactor) {
    this.out = out;
    this.redactor = redactor;
  }

  @Override
  public synchronized void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int count) throws IOException {
    if (!redactor.any()) {
      pass(size);
      out.write(bytes, from, count);
      return;
    }
    if (size + count > held.length) {
      held = java.util.Arrays.copyOf(held, Math.max(size + count, 2 * held.length));
    }
    System.arraycopy(bytes, from, held, size, count);
    size += count;
    int end = size;
    while (end > 0 && held[end - 1] != '\n') {
      end--;
    }
    pass(end > 0 || size < MOST ? end : seam());
  }

  /** A place in the line that no secret lies across, behind which one can still begin. */
  private int seam() {
    int reach = 4 * redactor.longest();
    for (int at = size - reach; at > 0; at--) {
      String before = text(Math.max(0, at - reach), at);
      String after = text(at, Math.min(size, at + reach));
      boolean letter = (held[at] & 0xc0) != 0x80; // not in the middle of one
      if (letter
          && redactor
              .clean(before + after)
              .equals(redactor.clean(before) + redactor.clean(after))) {
        return at;
      }
    }
    return 0;
  }

  private String text(int from, int to) {
    return new String(held, from, to - from, StandardCharsets.UTF_8);
  }

  /** Writes the first bytes that are held, cleaned, and whatever belongs to a secret among them. */
  private void pass(int end) throws IOException {
    if (end > 0) {
      out.write(redactor.clean(text(0, end)).getBytes(StandardCharsets.UTF_8));
      System.arraycopy(held, end, held, 0, size - end);
      size -= end;
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    out.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    pass(size);
    out.flush();
  }
}
