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
    Object result = filter.on(value, positional, arguments.named(frame));
    if (filter.name().equals("unvault")) {
      return Taint.always(result, frame);
    }
    return choosing() ? result : Taint.of(result, frame, value, positional);
  }

  /** Whether the filter tells no more of the value than yes or no. */
  private boolean choosing() {
    return switch (filter.name()) {
      case "ternary", "type_debug", "default", "d" -> true;
      default -> false;
    };
  }
}
