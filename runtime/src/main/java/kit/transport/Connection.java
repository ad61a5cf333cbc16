package kit.transport;

import java.io.IOException;
import java.util.Optional;
import kit.target.Unreachable;

/** A way to a host over which several commands can run at once. Safe for many threads. */
public interface Connection extends AutoCloseable {

  /**
   * Starts a command. It may not have begun yet when this returns.
   *
   * @param command one command line for the login user's shell, whatever that is
   * @param pty whether it gets a terminal, one that echoes nothing and changes no output
   */
  Channel exec(String command, boolean pty) throws IOException;

  /**
   * Starts a command as another user, where the way to the host can do that by itself; empty where
   * it cannot.
   */
  default Optional<Channel> execAs(String user, String command) throws IOException {
    return Optional.empty();
  }

  /** Who the commands run as, where the endpoint leaves that to the other side. */
  default Optional<String> user() {
    return Optional.empty();
  }

  /**
   * What is wrong with the way to the host, if that is why a command did not begin.
   *
   * @param said what came in place of the command's words
   */
  default Optional<Unreachable> refusal(String said) {
    return Optional.empty();
  }

  /** Why everything over it was ended, if it was not kit that wanted that. */
  default Optional<String> lost() {
    return Optional.empty();
  }

  /** Whether it is open as far as anybody has heard. */
  default boolean alive() {
    return true;
  }

  /** Ends it at once, without a word to the other side; whoever waits for it gets an error. */
  @Override
  void close();
}
