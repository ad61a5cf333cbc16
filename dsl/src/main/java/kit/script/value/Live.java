package kit.script.value;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import kit.model.Secrets;
import kit.spi.Result;

/** Values of the engine as bodies see them: strict, read-only, results with their traps closed. */
public final class Live {

  private Live() {}

  /**
   * @param label what messages call it
   */
  public static Object of(String label, Object value, Secrets secrets) {
    if (value instanceof Strict) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      return new StrictMap(label, map, secrets);
    }
    if (value instanceof List<?> list) {
      return new Items(label, list, secrets);
    }
    return value instanceof Result result
        ? new ResultObject(label, result, secrets)
        : SecretText.of(value, secrets);
  }

  private static final class Items extends AbstractList<Object> implements RandomAccess {

    private final String label;
    private final List<?> items;
    private final Secrets secrets;

    Items(String label, List<?> items, Secrets secrets) {
      this.secrets = secrets;
      this.label = label;
      this.items = items;
    }

    @Override
    public Object get(int index) {
      return Live.of(label + "[" + index + "]", items.get(index), secrets);
    }

    @Override
    public int size() {
      return items.size();
    }
  }
}
