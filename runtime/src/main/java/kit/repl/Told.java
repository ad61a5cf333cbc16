package kit.repl;

import java.util.Map;
import kit.engine.Outcome;
import kit.spi.Result;

/**
 * A result that is known.
 *
 * @param outcome how the call ended
 */
record Told(Outcome outcome) implements Result {

  @Override
  public Status status() {
    return outcome.status();
  }

  @Override
  public boolean changed() {
    return outcome.status() == Status.CHANGED;
  }

  @Override
  public Map<String, Object> values() {
    return outcome.values();
  }

  /** What is not there was not given; a session asks for it to find out. */
  @Override
  public boolean complete() {
    return true;
  }
}
