package kit.template.tree;

import kit.template.python.Slice;

/**
 * {@code start:stop:step} between brackets.
 *
 * @param start null if it is not given
 * @param stop null if it is not given
 * @param step null if it is not given
 */
public record SliceOf(Expr start, Expr stop, Expr step) implements Expr {

  @Override
  public Object value(Frame frame) {
    return new Slice(part(start, frame), part(stop, frame), part(step, frame));
  }

  private static Object part(Expr part, Frame frame) {
    return part == null ? null : part.value(frame);
  }
}
