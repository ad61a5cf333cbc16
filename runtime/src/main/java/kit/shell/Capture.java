package kit.shell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keeps the beginning and the end of an output and counts what falls out between them. */
final class Capture {

  private final int headLimit;
  private final int tailLimit;
  private byte[] head = new byte[0];
  private int headSize;
  private byte[] tail = new byte[0];
  private long tailSize; // all bytes that ever went into the ring

  Capture(int headLimit, int tailLimit) {
    this.headLimit = headLimit;
    this.tailLimit = tailLimit;
  }

  void add(byte[] bytes, int from, int to) {
    int first = Math.min(to - from, headLimit - headSize);
    if (first > 0) {
      if (headSize + first > head.length) {
        int wanted = Math.max(headSize + first, Math.min(headLimit, 2 * head.length));
        head = Arrays.copyOf(head, wanted);
      }
      System.arraycopy(bytes, from, head, headSize, first);
      headSize += first;
    }
    ring(bytes, from + first, to);
  }

  private void ring(byte[] bytes, int from, int to) {
    if (to <= from || tailLimit == 0) {
      tailSize += to - from;
      return;
    }
    if (tail.length == 0) {
      tail = new byte[tailLimit];
    }
    int start = Math.max(from, to - tailLimit);
    tailSize += start - from;
    for (int at = start; at < to; ) {
      int slot = (int) (tailSize % tailLimit);
      int count = Math.min(to - at, tailLimit - slot);
      System.arraycopy(bytes, at, tail, slot, count);
      tailSize += count;
      at += count;
    }
  }

  /** How many bytes were not kept. */
  long dropped() {
    return Math.max(0, tailSize - tailLimit);
  }

  /** What was kept, with a line between beginning and end where something is missing. */
  byte[] bytes() {
    byte[] gap =
        dropped() == 0
            ? new byte[0]
            : ("\n[" + dropped() + " bytes not kept]\n").getBytes(StandardCharsets.US_ASCII);
    int kept = (int) Math.min(tailSize, tailLimit);
    byte[] all = Arrays.copyOf(head, headSize + gap.length + kept);
    System.arraycopy(gap, 0, all, headSize, gap.length);
    int start = tailSize > tailLimit ? (int) (tailSize % tailLimit) : 0;
    int at = headSize + gap.length;
    int upToEnd = Math.min(kept, tail.length - start);
    System.arraycopy(tail, start, all, at, upToEnd);
    System.arraycopy(tail, 0, all, at + upToEnd, kept - upToEnd);
    return all;
  }
}
