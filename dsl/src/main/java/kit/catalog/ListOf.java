package kit.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Conversion to a list; anything that is none counts as a list of one. Text is never split.
 *
 * @param item conversion of each item
 */
record ListOf(Conversion item) implements Conversion {

  @Override
  public List<Object> convert(Object value) {
    Collection<?> items = Plain.items(value);
    if (items == null) {
      return List.of(one(value));
    }
    List<Object> list = new ArrayList<>(items.size());
    for (Object each : items) {
      try {
        list.add(item.convert(each));
      } catch (Mismatch e) {
        throw e.within("item " + (list.size() + 1) + " of ");
      }
    }
    return Collections.unmodifiableList(list);
  }

  private Object one(Object value) {
    if (value == null) {
      throw Mismatch.wants(wanted(), null);
    }
    return item.convert(value);
  }

  @Override
  public String wanted() {
    return "a list of " + item.plural();
  }

  @Override
  public String plural() {
    return "lists of " + item.plural();
  }
}
