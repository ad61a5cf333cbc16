package kit.template.tree;

import java.util.Map;
import kit.template.python.Attributes;
import kit.template.python.Callable;

/**
 * A block that can be called: what {@code super} and {@code self.name} are.
 *
 * @param context the template it belongs to
 * @param name its name
 * @param above how many templates lie between it and the innermost
 * @param frame the names it sees
 */
record BlockReference(Context context, String name, int above, Frame frame)
    implements Callable, Attributes {

  @Override
  public Object call(Object[] positional, Map<String, Object> named) {
    Output out = new Output();
    context.render().deeper();
    context.runBlock(name, above, frame, out);
    context.render().up();
    return out.toString();
  }

  @Override
  public Object attribute(String attribute) {
    boolean more = attribute.equals("super") && context.block(name, above + 1) != null;
    return more ? new BlockReference(context, name, above + 1, frame) : NONE;
  }

  @Override
  public String type() {
    return "jinja2.runtime.BlockReference";
  }
}
