package kit.template;

import java.util.Map;
import kit.template.python.Callable;

/** Gives nothing the first time, then always what stands between items. */
final class Joiner implements Callable {
  private final Object between;
  private boolean used;

  Joiner(Object between) {
    this.between = between;
  }

  @Override
  public Object call(Object[] positional, Map<String, Object> named) {
    boolean first = !used;
    used = true;
    return first ? "" : between;
  }
}
