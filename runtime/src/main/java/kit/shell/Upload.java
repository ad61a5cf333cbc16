package kit.shell;

import java.io.IOException;
import java.io.OutputStream;
import kit.spi.Output;
import kit.spi.Sh;
import kit.transport.Deadlines;

/** Sends what is too big for a shell's own input over a channel of its own. */
final class Upload extends Deadlines.Alarm {

  private final Entry entry;
  private volatile Shell channel;
  private volatile boolean stopped;

  Upload(Entry entry) {
    this.entry = entry;
  }

  /** Fills the file, which exists already and is readable by its owner only. */
  Output send(String file, byte[] content) throws IOException {
    // told how much comes, for dropbear 2022.83 loses what it has not passed on when the end comes
    Shell head = entry.enter("head -c " + content.length + " >" + Sh.quote(file));
    channel = head;
    try {
      OutputStream stdin = head.channel().stdin();
      stdin.write(content);
      stdin.flush();
    } catch (IOException e) {
      // the other side reads no further; what it says tells why
    }
    while (head.read()) {}
    int status = stopped ? 124 : head.channel().exitStatus();
    head.close();
    if (status < 0) {
      throw new IOException("the connection was lost");
    }
    return new Output(
        status, Payload.utf8(head.out().noise()), Payload.utf8(head.complaint()), 0, stopped);
  }

  /** Ends it, because it takes too long. */
  @Override
  protected void ring() {
    stopped = true;
    Shell head = channel;
    if (head != null) {
      head.close();
    }
  }
}
