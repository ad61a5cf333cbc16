package kit.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Splits a stream of bytes at the marker lines of a session: {@code \nNONCE seq index value\n}.
 * What stands between two markers is passed on byte for byte, in whatever pieces it came.
 */
final class Markers {

  private static final int LONGEST = 64;

  /** What is done with the pieces. */
  interface Sink {
    void data(byte[] bytes, int from, int to) throws IOException;

    /**
     * @param seq number of the request
     * @param index number of its section, or a letter
     * @param value exit status
     */
    void marker(int seq, String index, int value) throws IOException;
  }

  private final byte[] head;
  private final Sink sink;
  private final byte[] line = new byte[LONGEST];
  private int matched;
  private int length = -1;

  Markers(String nonce, Sink sink) {
    this.head = ("\n" + nonce + " ").getBytes(StandardCharsets.US_ASCII);
    this.sink = sink;
  }

  /** Takes the next piece of the stream. */
  void feed(byte[] bytes, int count) throws IOException {
    int from = 0; // the first byte not passed on yet
    int start = 0; // where the head that is being matched begins, if it does in this piece
    int carried = matched; // bytes of it that came in an earlier piece
    for (int i = 0; i < count; i++) {
      byte b = bytes[i];
      if (length >= 0) {
        if (b != '\n') {
          keep(b);
          continue;
        }
        end();
        from = i + 1;
        carried = 0;
      } else if (matched > 0 && b == head[matched]) {
        if (++matched == head.length) {
          pass(bytes, from, carried > 0 ? from : start);
          matched = 0;
          length = 0;
        }
      } else {
        if (matched > 0 && carried > 0) {
          sink.data(head, 0, carried);
          carried = 0;
        }
        matched = b == '\n' ? 1 : 0;
        start = i;
      }
    }
    if (length < 0) {
      pass(bytes, from, matched == 0 ? count : carried > 0 ? from : start);
    }
  }

  /** Whether a line feed is held back that may belong to a marker. */
  boolean atLineEnd() {
    return length < 0 && matched > 0;
  }

  private void pass(byte[] bytes, int from, int to) throws IOException {
    if (to > from) {
      sink.data(bytes, from, to);
    }
  }

  private void keep(byte b) throws IOException {
    if (length == LONGEST) {
      throw new IOException("a marker without an end");
    }
    line[length++] = b;
  }

  private void end() throws IOException {
    String[] words = new String(line, 0, length, StandardCharsets.US_ASCII).split(" ");
    length = -1;
    try {
      sink.marker(Integer.parseInt(words[0]), words[1], Integer.parseInt(words[2]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("a marker that says nothing");
    }
  }
}
