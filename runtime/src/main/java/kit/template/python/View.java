package kit.template.python;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.Map;

/** Keys, values or items of a map, which follow its changes. */
public final class View extends AbstractCollection<Object> {
  private final Map<?, ?> map;
  private final String kind;

  View(Map<?, ?> map, String kind) {
    this.map = map;
    this.kind = kind;
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public Iterator<Object> iterator() {
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public Object next() {
        Map.Entry<?, ?> entry = entries.next();
        return switch (kind) {
          case "keys" -> entry.getKey();
          case "values" -> entry.getValue();
          default -> Tuple.of(entry.getKey(), entry.getValue());
        };
      }
    };
  }

  String kind() {
    return kind;
  }
}
