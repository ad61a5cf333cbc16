package kit.template.python;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a sequence: {@code [start:stop:step]}.
 *
 * @param start the first position; null for the end that the step begins at
 * @param stop the position behind the last; null for the other end
 * @param step the distance; null for 1
 */
public record Slice(Object start, Object stop, Object step) {

  /** The positions in a sequence of that length. */
  private List<Integer> positions(int length) {
    int by = step == null ? 1 : bound(step);
    if (by == 0) {
      throw new PythonError("slice step cannot be zero");
    }
    int low = by > 0 ? 0 : -1;
    int high = by > 0 ? length : length - 1;
    int from = start == null ? (by > 0 ? low : high) : clip(bound(start), length, low, high);
    int to = stop == null ? (by > 0 ? high : low) : clip(bound(stop), length, low, high);
    List<Integer> out = new ArrayList<>();
    for (long i = from; by > 0 ? i < to : i > to; i += by) {
      out.add((int) i);
    }
    return out;
  }

  private static int bound(Object value) {
    if (!Numbers.isInteger(value)) {
      throw new PythonError("slice indices must be integers or None or have an __index__ method");
    }
    return Numbers.index(value);
  }

  private static int clip(int at, int length, int low, int high) {
    int from = at < 0 ? at + length : at;
    return from < low ? low : Math.min(from, high);
  }

  /** The part of a text, list, tuple or range; null if the value has no parts. */
  Object of(Object value) {
    if (value instanceof CharSequence text) {
      String all = text.toString();
      boolean plain = Chars.isPlain(all);
      List<String> chars = plain ? List.of() : Chars.list(all);
      StringBuilder out = new StringBuilder();
      for (int at : positions(plain ? all.length() : chars.size())) {
        out.append(plain ? String.valueOf(all.charAt(at)) : chars.get(at));
      }
      return out.toString();
    }
    if (value instanceof List<?> list) {
      List<Object> out = new ArrayList<>();
      for (int at : positions(list.size())) {
        out.add(list.get(at));
      }
      return value instanceof Tuple ? Tuple.copyOf(out) : out;
    }
    return null;
  }
}
