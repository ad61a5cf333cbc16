package kit.spi;

/**
 * Something that can be done on a host. A module is a record: its components are the arguments, its
 * Javadoc is the manual.
 */
public interface Module {

  /**
   * Compares what is with what should be. Pure: it may be run again at any time, reads the host
   * only through {@code host}, and never executes anything. It does not catch {@link Unanswered}.
   */
  Plan plan(Host host);

  /**
   * What a report calls this very call beside the task's name, for example a path; may be empty.
   */
  default String label() {
    return "";
  }
}
