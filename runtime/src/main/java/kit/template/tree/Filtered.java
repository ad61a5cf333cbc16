package kit.template.tree;

import kit.template.python.Function;

/**
 * {@code value | filter(arguments)}.
 *
 * @param target the value; null for what the block around it printed
 * @param filter the filter
 * @param arguments its arguments
 * @param line where it is
 */
public record Filtered(Expr target, Function filter, Arguments arguments, int line)
    implements Expr {

  @Override
  public Object value(Frame frame) {
    return on(target.value(frame), frame);
  }

  /** The value after this filter and those before it, begun with a text. */
  Object of(String text, Frame frame) {
    return on(target == null ? text : ((Filtered) target).of(text, frame), frame);
  }

  private Object on(Object value, Frame frame) {
    Object[] positional = arguments.values(frame);
    frame.at(line);
    return filter.on(value, positional, arguments.named(frame));
  }
}
