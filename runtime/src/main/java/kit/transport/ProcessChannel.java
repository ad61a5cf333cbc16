package kit.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** A process of this machine. */
public final class ProcessChannel implements Channel {

  private static final int EXIT_SECONDS = 3;

  private final Process process;
  private final boolean alone;

  /**
   * Takes a process over: closing ends it.
   *
   * @param alone whether it starts no others, which could hold its outputs open: then its last
   *     words can still be read when it has been ended
   */
  public ProcessChannel(Process process, boolean alone) {
    this.process = process;
    this.alone = alone;
  }

  @Override
  public OutputStream stdin() {
    return process.getOutputStream();
  }

  @Override
  public InputStream stdout() {
    return process.getInputStream();
  }

  @Override
  public InputStream stderr() {
    return process.getErrorStream();
  }

  @Override
  public int exitStatus() {
    try {
      return process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public void close() {
    if (alone) {
      process.toHandle().destroyForcibly(); // that of the process closes its outputs too
    } else {
      process.destroyForcibly();
    }
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // it read no further; that is what was wanted
    }
  }
}
