package kit.template.tree;

import java.util.List;
import kit.template.python.Items;
import kit.template.python.PythonError;
import kit.template.python.Text;
import kit.template.python.Types;
import kit.template.python.Undefined;

/**
 * {@code include name}.
 *
 * @param name the template, or a list of which the first that is there counts
 * @param ignoreMissing whether it may be missing
 * @param withContext whether it sees the names around it
 * @param line where it is
 */
public record Include(Expr name, boolean ignoreMissing, boolean withContext, int line)
    implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    frame.at(line);
    Render render = frame.render();
    Object value = name.value(frame);
    if (value instanceof Undefined undefined) {
      throw undefined.error();
    }
    List<?> names = Types.isText(value) ? List.of(value) : Items.list(value);
    Template found = null;
    for (int i = 0; i < names.size() && found == null; i++) {
      found = render.load(Text.str(names.get(i)));
    }
    if (found == null) {
      if (ignoreMissing) {
        return;
      }
      throw missing(Types.isText(value) ? Text.str(value) : Text.str(names));
    }
    Template before = render.template();
    render.deeper();
    Variables seen = withContext ? frame.context().variables() : render.globals();
    new Context(render, seen, withContext ? frame : null).run(found, out);
    render.up();
    render.enter(before);
    frame.at(line);
  }

  static PythonError missing(String name) {
    return new PythonError("there is no template '" + name + "'");
  }
}
