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
    return Access.attribute(target.value(frame), name);
  }
}
