package kit.script.language;

import java.util.Map;
import kit.catalog.Given;

/** Tells constants from values that are computed, in whole or in part. */
public final class Whole {

  private Whole() {}

  /** Whether no part of a value is unknown. */
  public static boolean is(Object value) {
    if (value instanceof Map<?, ?> map) {
      for (Object each : map.values()) {
        if (!is(each)) {
          return false;
        }
      }
    }
    return value != Given.UNKNOWN;
  }
}
