package kit.template.python;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/** What counts as true. */
public final class Truth {

  private Truth() {}

  public static boolean of(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value == null) {
      return false;
    }
    if (value instanceof CharSequence text) {
      return text.length() > 0;
    }
    if (value instanceof Number number) {
      return number instanceof BigInteger big ? big.signum() != 0 : number.doubleValue() != 0;
    }
    if (value instanceof Collection<?> items) {
      return !items.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return !map.isEmpty();
    }
    if (value instanceof Undefined undefined) {
      undefined.check();
      return false;
    }
    return !(value instanceof TimeDelta delta) || delta.microseconds() != 0;
  }
}
