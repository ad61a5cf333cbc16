package kit.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import kit.transport.Channel;

/**
 * A running {@code sh} on a host. Requests go in one after the other; both of its outputs are read
 * all the time, standard error by a thread of its own.
 */
final class Shell {

  private static final int PIECE = 32 * 1024;
  private static final long LAST_WORDS_MILLIS = 5_000;
  private static final String PREAMBLE =
      """
      LC_ALL=C PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
      export LC_ALL PATH; umask 022; cd /; kit_s=0 kit_x=
      MARK
      kit_e() { kit_r=$?; [ -z "$kit_x" ] || [ $kit_r -ne 0 ] || kit_r=124; kit_m $1 $kit_r; return $kit_r; }
      trap 'kit_x=1' USR1
      kit_m start $$
      """;

  private static final String MARK =
      "kit_m() { printf '\\nNONCE %s %s %s\\n' $kit_s $1 $2 >&2;"
          + " printf '\\nNONCE %s %s %s\\n' $kit_s $1 $2; }";
  private static final String MARK_ON_TERMINAL =
      "kit_m() { printf '\\nNONCE %s %s %s\\n' $kit_s $1 $2; printf '\\nSTRANDS 0 e 2\\n'; cat <&4;"
          + " printf '\\nNONCE %s %s %s\\n' $kit_s $1 $2; printf '\\nSTRANDS 0 o 1\\n'; }";

  private final Channel channel;
  private final EntryWords words;
  private final Strands strands; // null if standard error has a way of its own
  private final Tape out;
  private final Tape err;
  private final byte[] buffer = new byte[PIECE];
  private final AtomicBoolean broken = new AtomicBoolean();
  private Runnable prompt;
  private Thread pump;
  private int seq;

  /**
   * @param terminal whether it runs on a terminal, so that both outputs come as one
   */
  Shell(Channel channel, EntryWords words, boolean terminal) {
    this.channel = channel;
    this.words = words;
    this.out = new Tape(words.session());
    this.err = new Tape(words.session());
    this.strands = terminal ? new Strands(words.strands(), out, err) : null;
  }

  boolean terminal() {
    return strands != null;
  }

  /** The output on which passwords are asked for. */
  Tape talk() {
    return strands == null ? err : out;
  }

  /**
   * Begins to read standard error.
   *
   * @param asked called after every piece of what may be a question, until the shell speaks; may be
   *     null
   */
  void start(String name, Runnable asked) {
    prompt = asked;
    pump =
        new Thread(null, null, "kit-stderr-" + name, 128 * 1024) {
          @Override
          public void run() {
            pump();
          }
        };
    pump.setDaemon(true);
    pump.start();
  }

  /** Sends the first lines; does not wait for an answer. */
  void greet() throws IOException {
    String mark = strands == null ? MARK : MARK_ON_TERMINAL.replace("STRANDS", words.strands());
    send(PREAMBLE.replace("MARK", mark).replace("NONCE", words.session()));
  }

  /** Sends text as it is. */
  void send(String text) throws IOException {
    OutputStream stdin = channel.stdin();
    stdin.write(Payload.utf8(text));
    stdin.flush();
  }

  /**
   * Sends a request and reads until its end.
   *
   * @param functions shell functions that it needs and the shell does not have yet
   * @throws IOException if the shell ended or the connection broke
   */
  void ask(String functions, Request request, Tape.Progress progress) throws IOException {
    seq++;
    out.expect(seq, request.outs(), progress);
    err.expect(seq, request.errs(), progress.errors());
    try {
      send(functions + request.text(seq));
    } catch (IOException e) {
      // why it ended may still be there to read
      while (read()) {}
      throw e;
    }
    while (!out.ended() || strands != null && !err.ended()) {
      if (!read()) {
        broken.set(true);
        throw new IOException("the shell has ended");
      }
    }
    try {
      if (!err.await(LAST_WORDS_MILLIS)) {
        throw new IOException("standard error does not come to an end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Reads a piece of standard output; false at its end. */
  boolean read() throws IOException {
    int count = channel.stdout().read(buffer);
    if (count < 0) {
      broken.set(true);
      return false;
    }
    if (strands == null) {
      out.feed(buffer, count);
      return true;
    }
    strands.feed(buffer, count);
    if (prompt != null && out.pid() == 0) {
      prompt.run();
    }
    return true;
  }

  private void pump() {
    byte[] bytes = new byte[PIECE / 4];
    InputStream stream = channel.stderr();
    try {
      int count;
      while ((count = stream.read(bytes)) >= 0) {
        err.feed(bytes, count);
        if (prompt != null && strands == null && err.pid() == 0) {
          prompt.run();
        }
      }
    } catch (IOException e) {
      broken.set(true);
      channel.close();
    }
  }

  /** What stood on standard error before the shell spoke, once all of it has come. */
  String complaint() {
    if (strands != null) {
      String said = out.noise();
      return said.substring(Math.max(0, said.lastIndexOf(words.asked())));
    }
    try {
      pump.join(LAST_WORDS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return err.noise();
  }

  /** Whether it can be asked again. */
  boolean usable() {
    return !broken.get();
  }

  /** Whether it has said its first word. */
  boolean greeted() {
    return out.pid() != 0;
  }

  int pid() {
    return out.pid();
  }

  Tape out() {
    return out;
  }

  Tape err() {
    return err;
  }

  Channel channel() {
    return channel;
  }

  void close() {
    broken.set(true);
    channel.close();
  }
}
