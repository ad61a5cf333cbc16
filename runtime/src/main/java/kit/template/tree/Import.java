package kit.template.tree;

import kit.template.python.Attributes;
import kit.template.python.Text;
import kit.template.python.Undefined;

/**
 * {@code import name as target} and {@code from name import ...}.
 *
 * @param name the template
 * @param target what the whole is called; null if single names are imported
 * @param names the single names
 * @param aliases what they are called here
 * @param withContext whether the template sees the names around it
 * @param line where it is
 */
public record Import(
    Expr name, String target, String[] names, String[] aliases, boolean withContext, int line)
    implements Stmt {

  @Override
  public void run(Frame frame, Output out) {
    frame.at(line);
    Render render = frame.render();
    String wanted = Text.str(name.value(frame));
    Template found = render.load(wanted);
    if (found == null) {
      throw Include.missing(wanted);
    }
    Template before = render.template();
    render.deeper();
    Variables seen = withContext ? frame.context().variables() : render.globals();
    Context context = new Context(render, seen, withContext ? frame : null);
    Output text = new Output();
    context.run(found, text);
    render.up();
    render.enter(before);
    frame.at(line);
    Module module = new Module(wanted, context.root(), text.toString());
    if (target != null) {
      frame.set(target, module);
    }
    for (int i = 0; i < names.length; i++) {
      Object value = module.attribute(names[i]);
      frame.set(
          aliases[i],
          value == Attributes.NONE
              ? Undefined.of(
                  "the template '" + wanted + "' does not export the name '" + names[i] + "'")
              : value);
    }
  }

  /** What an imported template offers. */
  private record Module(String name, Frame root, String text) implements Attributes {
    @Override
    public Object attribute(String attribute) {
      return attribute.startsWith("_") ? NONE : root.own(attribute);
    }

    @Override
    public String type() {
      return "jinja2.environment.TemplateModule";
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
