package kit.model;

import kit.spi.Result;

/** A yes or no that may depend on the host and, for changedWhen and its like, on a result. */
@FunctionalInterface
public interface Condition {

  /**
   * @param result the result judged; null where there is none yet ({@code when})
   */
  boolean test(HostSession session, Result result);
}
