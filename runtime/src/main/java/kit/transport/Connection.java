package kit.transport;

import java.io.IOException;

/** A way to a host over which several commands can run at once. Safe for many threads. */
public interface Connection extends AutoCloseable {

  /**
   * Starts a command. It may not have begun yet when this returns.
   *
   * @param command one command line for the login user's shell, whatever that is
   * @param pty whether it gets a terminal, one that echoes nothing and changes no output
   */
  Channel exec(String command, boolean pty) throws IOException;

  /** Ends it at once, without a word to the other side; whoever waits for it gets an error. */
  @Override
  void close();
}
