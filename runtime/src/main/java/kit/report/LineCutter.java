package kit.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts bytes that come in pieces into lines of text. For one thread. */
public final class LineCutter {

  /** A line that does not end is passed on in pieces of this size. */
  private static final int LONGEST = 64 * 1024;

  private final Consumer<String> lines;
  private byte[] held = new byte[256];
  private int size;
  private boolean ended; // the line was passed on before its line feed came

  /**
   * @param lines gets each line without its end
   */
  public LineCutter(Consumer<String> lines) {
    this.lines = lines;
  }

  /** Takes the next piece. */
  public void add(byte[] bytes, int from, int to) {
    int start = from;
    for (int i = from; i < to; i++) {
      if (bytes[i] != '\n') {
        continue;
      }
      if (!(ended && i == from)) {
        hold(bytes, start, i);
        pass();
      }
      ended = false;
      start = i + 1;
    }
    ended &= start == to;
    hold(bytes, start, to);
  }

  /** What came last is a whole line, although its line feed is still to come or never will. */
  public void lineEnds() {
    if (size > 0) {
      pass();
      ended = true;
    }
  }

  /** Nothing more comes. */
  public void end() {
    if (size > 0) {
      pass();
    }
  }

  private void hold(byte[] bytes, int from, int to) {
    for (int at = from; at < to; ) {
      int count = Math.min(to - at, LONGEST - size);
      if (size + count > held.length) {
        held = Arrays.copyOf(held, Math.max(size + count, Math.min(LONGEST, 2 * held.length)));
      }
      System.arraycopy(bytes, at, held, size, count);
      size += count;
      at += count;
      if (size == LONGEST) {
        pass();
      }
    }
  }

  private void pass() {
    int end = size > 0 && held[size - 1] == '\r' ? size - 1 : size;
    size = 0;
    lines.accept(new String(held, 0, end, StandardCharsets.UTF_8));
  }
}
