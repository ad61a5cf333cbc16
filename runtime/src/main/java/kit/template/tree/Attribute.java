package kit.template.tree;

import kit.template.python.Access;

/**
 * {@code target.name}.
 *
 * @param target the value that has it
 * @param name the attribute
 */
public record Attribute(Expr target, String name) implements Expr {

  @Override
  public Object value(Frame frame) {
    Object value = target.value(frame);
    return Paths.told(Access.attribute(value, name), value, target, name);
  }
}
