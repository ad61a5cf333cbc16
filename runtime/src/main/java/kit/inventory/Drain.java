package kit.inventory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a stream on a thread of its own, so that the program never waits for kit. */
final class Drain extends Thread {
  private final InputStream in;
  private final int most;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean full;

  Drain(InputStream in, int most) {
    super("inventory program");
    this.in = in;
    this.most = most;
    setDaemon(true);
    start();
  }

  @Override
  public void run() {
    byte[] piece = new byte[8192];
    try {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        keep(piece, read);
      }
    } catch (IOException e) {
      // the program was ended; what it said until then is kept
    }
  }

  private synchronized void keep(byte[] piece, int read) {
    if (kept.size() + read > most) {
      full = true;
    } else {
      kept.write(piece, 0, read);
    }
  }

  /** Whether all has been read; a process in the background may hold the stream open. */
  boolean ends() throws InterruptedException {
    join(1000);
    return !isAlive();
  }

  synchronized boolean full() {
    return full;
  }

  synchronized byte[] bytes() {
    return kept.toByteArray();
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
