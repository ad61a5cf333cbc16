package kit.template.python;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A list that nobody changes, printed in parentheses. */
public final class Tuple extends AbstractList<Object> implements RandomAccess {
  private final Object[] items;
  private final String[] names;

  private Tuple(Object[] items, String[] names) {
    this.items = items;
    this.names = names;
  }

  public static Tuple of(Object... items) {
    return new Tuple(items, new String[0]);
  }

  /** A tuple of two whose items have names. */
  public static Tuple pair(String first, Object one, String second, Object two) {
    return new Tuple(new Object[] {one, two}, new String[] {first, second});
  }

  /** The item of that name; {@link Attributes#NONE} if none has it. */
  Object named(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return items[i];
      }
    }
    return Attributes.NONE;
  }

  public static Tuple copyOf(List<?> items) {
    return of(items.toArray());
  }

  @Override
  public Object get(int index) {
    return items[index];
  }

  @Override
  public int size() {
    return items.length;
  }
}
