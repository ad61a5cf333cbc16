package kit.target;

/** One shell of one user on one host, kept for the whole run. Used by one thread at a time. */
public interface Target extends AutoCloseable {

  /** Hears how far a frame has come. */
  interface Progress {

    /**
     * The first step of a call begins.
     *
     * @param apply which of the frame's calls, counted from 0
     */
    void begins(int apply);

    /**
     * A running call writes something; all of it comes here, whatever the reply keeps. Standard
     * output and standard error may come on threads of their own.
     *
     * @param errors whether it is standard error
     */
    default void writes(int apply, boolean errors, byte[] bytes, int from, int to) {}

    /**
     * What a call has written so far ends a line, whose line feed has not been told yet, and may
     * never be.
     */
    default void lineEnds(int apply, boolean errors) {}
  }

  /**
   * Sends a frame and waits for its reply.
   *
   * @param progress hears of it on the calling thread
   * @throws Unreachable if the host cannot be reached or the connection is lost
   */
  Reply exchange(Frame frame, Progress progress);

  /** The user that the shell runs as. */
  String user();

  @Override
  void close();
}
