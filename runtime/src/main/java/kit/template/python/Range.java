package kit.template.python;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Whole numbers at equal distances; takes no room. */
public final class Range extends AbstractList<Object> implements RandomAccess {
  private static final long LIMIT = 10_000_000;
  private final long start;
  private final long stop;
  private final long step;
  private final int size;

  public Range(long start, long stop, long step) {
    if (step == 0) {
      throw new PythonError("range() arg 3 must not be zero");
    }
    this.start = start;
    this.stop = stop;
    this.step = step;
    long span = step > 0 ? stop - start : start - stop;
    long count = span <= 0 ? 0 : (span - 1) / Math.abs(step) + 1;
    if (count > LIMIT) {
      throw new PythonError("range() is longer than " + LIMIT);
    }
    this.size = (int) count;
  }

  @Override
  public Object get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return Numbers.integer(start + index * step);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String toString() {
    return "range(" + start + ", " + stop + (step == 1 ? "" : ", " + step) + ")";
  }
}
