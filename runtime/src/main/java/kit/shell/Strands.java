package kit.shell;

import java.io.IOException;
import java.util.Arrays;

/** Takes apart the two outputs of a shell that come over one terminal. */
final class Strands implements Markers.Sink {

  /** What is sent before bytes of standard error, and before those of standard output again. */
  static final int ERR = 2;

  private final Markers markers;
  private final Tape out;
  private final Tape err;
  private Tape current;

  Strands(String nonce, Tape out, Tape err) {
    this.markers = new Markers(nonce, this);
    this.out = out;
    this.err = err;
    this.current = out;
  }

  void feed(byte[] bytes, int count) throws IOException {
    markers.feed(bytes, count);
  }

  @Override
  public void data(byte[] bytes, int from, int to) throws IOException {
    current.feed(from == 0 ? bytes : Arrays.copyOfRange(bytes, from, to), to - from);
  }

  @Override
  public void marker(int seq, String index, int value) {
    current = value == ERR ? err : out;
  }
}
