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
    Shell cat = entry.receiver(Sh.quote(file), content.length);
    channel = cat;
    try (OutputStream stdin = cat.channel().stdin()) {
      stdin.write(content);
      stdin.flush(); // sshj's close does not wait: what the window cannot take would be lost
    } catch (IOException e) {
      // the other side reads no further; what it says tells why
    }
    while (cat.read()) {}
    int status = stopped ? 124 : cat.channel().exitStatus();
    if (status < 0) {
      throw new IOException("the connection was lost");
    }
    return new Output(
        status, Payload.utf8(cat.out().noise()), Payload.utf8(cat.complaint()), 0, stopped);
  }

  /** Ends it, because it takes too long. */
  @Override
  protected void ring() {
    stopped = true;
    Shell cat = channel;
    if (cat != null) {
      cat.close();
    }
  }
}
