package kit.script;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import kit.spi.Result;

/** Values of the engine as bodies see them: strict, read-only, results with their traps closed. */
final class Live {

  private Live() {}

  /**
   * @param label what messages call it
   */
  static Object of(String label, Object value) {
    if (value instanceof Strict) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      return new StrictMap(label, map);
    }
    if (value instanceof List<?> list) {
      return new Items(label, list);
    }
    return value instanceof Result result ? new ResultObject(label, result) : value;
  }

  private static final class Items extends AbstractList<Object> implements RandomAccess {

    private final String label;
    private final List<?> items;

    Items(String label, List<?> items) {
      this.label = label;
      this.items = items;
    }

    @Override
    public Object get(int index) {
      return Live.of(label + "[" + index + "]", items.get(index));
    }

    @Override
    public int size() {
      return items.size();
    }
  }
}
