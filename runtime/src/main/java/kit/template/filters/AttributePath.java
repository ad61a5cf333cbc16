package kit.template.filters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import kit.template.python.Access;
import kit.template.python.Markup;
import kit.template.python.Numbers;
import kit.template.python.Text;
import kit.template.python.Undefined;

/** What a filter is told to look at in each item: {@code 'a.b.0'}, a position, or the item. */
final class AttributePath {
  private final Object[] steps;
  private final Object otherwise;

  /** {@code otherwise} is taken where an attribute is missing; null for nothing. */
  AttributePath(Object path, Object otherwise) {
    this.otherwise = otherwise;
    if (path == null) {
      steps = new Object[0];
    } else if (Numbers.isInteger(path)) {
      steps = new Object[] {path};
    } else {
      String[] parts = Text.str(path).split("\\.", -1);
      steps = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        boolean digits = !parts[i].isEmpty() && parts[i].chars().allMatch(Character::isDigit);
        steps[i] = digits ? Numbers.parse(parts[i], 10) : parts[i];
      }
    }
  }

  Object of(Object item) {
    Object value = item;
    for (Object step : steps) {
      value = Access.item(value, step);
      if (value instanceof Undefined && otherwise != null) {
        value = otherwise;
      }
    }
    return value;
  }

  /** The keys to sort by: lists, in which equal values need no order. */
  static List<Object> sortKeys(Iterable<?> items, Object path, boolean caseCounts) {
    boolean many = path != null && !Numbers.isInteger(path) && Text.str(path).indexOf(',') >= 0;
    List<Object> keys = keys(items, path, null, caseCounts);
    if (!many) {
      keys.replaceAll(Collections::singletonList);
    }
    return keys;
  }

  /** The keys to order or compare by; text in small letters unless its case counts. */
  static List<Object> keys(Iterable<?> items, Object path, Object otherwise, boolean caseCounts) {
    List<Object> keys = new ArrayList<>();
    String[] parts = path == null || Numbers.isInteger(path) ? null : Text.str(path).split(",", -1);
    if (parts == null || parts.length == 1) {
      AttributePath one = new AttributePath(path, otherwise);
      for (Object item : items) {
        keys.add(folded(one.of(item), caseCounts));
      }
      return keys;
    }
    for (Object item : items) {
      List<Object> key = new ArrayList<>();
      for (String part : parts) {
        key.add(folded(new AttributePath(part, otherwise).of(item), caseCounts));
      }
      keys.add(key);
    }
    return keys;
  }

  static Object folded(Object value, boolean caseCounts) {
    boolean text = value instanceof String || value instanceof Markup;
    return text && !caseCounts ? value.toString().toLowerCase(Locale.ROOT) : value;
  }
}
