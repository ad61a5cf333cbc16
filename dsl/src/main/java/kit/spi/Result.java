package kit.spi;

import java.util.Map;

/** The result of a call, which may still be to come: reading waits for it. */
public interface Result {

  Status status();

  /** Whether the call changed something, or in check mode would have. */
  boolean changed();

  /** All fields: rc, stdout, stderr, diff and whatever the module gives. */
  Map<String, Object> values();

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
