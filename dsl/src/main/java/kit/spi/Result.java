package kit.spi;

import java.util.Map;

/** The result of a call, which may still be to come: reading waits for it. */
public interface Result {

  Status status();

  /** Whether the call changed something, or in check mode would have. */
  boolean changed();

  /** All fields: rc, stdout, stderr, diff and whatever the module gives. */
  Map<String, Object> values();

  /**
   * A playbook goes on with a field that was there. In check mode it may be another in a run; the
   * engine then tells that what follows is in doubt.
   */
  default void read(String field) {}

  /** Whether all fields are there; false where check mode did not run what would give them. */
  boolean complete();

  /** How a call ended. */
  enum Status {
    OK,
    CHANGED,
    FAILED,
    SKIPPED,
    MAYBE,
    UNREACHABLE
  }
}
