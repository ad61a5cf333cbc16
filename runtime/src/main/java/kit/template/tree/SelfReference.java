package kit.template.tree;

import kit.template.python.Attributes;

/**
 * The blocks of the template itself.
 *
 * @param context the template
 */
record SelfReference(Context context) implements Attributes {

  @Override
  public Object attribute(String name) {
    return context.block(name, 0) == null
        ? NONE
        : new BlockReference(context, name, 0, context.root());
  }

  @Override
  public String type() {
    return "jinja2.runtime.TemplateReference";
  }
}
