package kit.transport;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * A running command. Standard output and standard error must both be read all the time: either one
 * left alone stops the other.
 */
public interface Channel extends AutoCloseable {

  OutputStream stdin();

  InputStream stdout();

  InputStream stderr();

  /**
   * The exit status, once standard output has ended: 128 + n if a signal n ended the command, -1 if
   * nothing came within a few seconds (a lost connection).
   */
  int exitStatus();

  /** Ends it at once; does not wait for the other side. */
  @Override
  void close();
}
