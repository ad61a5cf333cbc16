package kit.report;

import java.time.Duration;

/** Tells what a command says on many hosts. Called by the threads of all hosts. */
public interface ShellReport extends AutoCloseable {

  /**
   * A host says a line.
   *
   * @param errors whether on standard error
   */
  void line(String host, boolean errors, String text);

  /** The command has ended on a host. */
  void ended(String host, ShellEnd end);

  /** It has ended on all hosts. */
  void finished(Totals totals, Duration took);

  @Override
  default void close() {}
}
