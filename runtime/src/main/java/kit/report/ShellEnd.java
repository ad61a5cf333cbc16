package kit.report;

import java.time.Duration;

/**
 * How a command ended on one host.
 *
 * @param kind in what way
 * @param rc its exit status; 0 if it is not known
 * @param message what went wrong, if it was not the command
 * @param hint what to do next; may be empty
 * @param took how long it ran
 */
public record ShellEnd(Kind kind, int rc, String message, String hint, Duration took) {

  /** In what way a command ended. */
  public enum Kind {
    /** By itself. */
    ENDED,
    /** Its time was over, and it was ended. */
    LATE,
    /** It could not be begun. */
    FAILED,
    UNREACHABLE,
    /** The user has stopped it, or it was not begun any more. */
    STOPPED
  }

  /** It ended by itself or because its time was over. */
  public static ShellEnd of(int rc, boolean late, Duration took) {
    return new ShellEnd(late ? Kind.LATE : Kind.ENDED, rc, "", "", took);
  }

  /** It ended in another way. */
  public static ShellEnd of(Kind kind, String message, String hint) {
    return new ShellEnd(kind, 0, message, hint, Duration.ZERO);
  }

  boolean well() {
    return kind == Kind.ENDED && rc == 0;
  }

  /** What is to be said of it; empty if it ended well. */
  String text() {
    return switch (kind) {
      case ENDED ->
          rc == 0 ? "" : rc > 128 ? "killed by signal " + (rc - 128) : "exit status " + rc;
      case LATE -> "took too long and was ended";
      case FAILED, UNREACHABLE -> hint.isEmpty() ? message : message + " (" + hint + ")";
      case STOPPED -> "stopped";
    };
  }
}
