package kit.target;

/** One shell of one user on one host, kept for the whole run. Used by one thread at a time. */
public interface Target extends AutoCloseable {

  /**
   * Sends a frame and waits for its reply.
   *
   * @throws Unreachable if the host cannot be reached or the connection is lost
   */
  Reply exchange(Frame frame);

  /** The user that the shell runs as. */
  String user();

  @Override
  void close();
}
