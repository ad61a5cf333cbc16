package kit.template.tree;

import kit.template.python.Text;
import kit.template.python.Undefined;

/** Ways to values as the user wrote them, for messages. */
final class Paths {

  private Paths() {}

  /** Says of a value that was just found missing where it was looked for. */
  static Object told(Object found, Object target, Expr way, Object step) {
    boolean fresh = found instanceof Undefined && !(target instanceof Undefined);
    String path = fresh ? of(way) : null;
    return path == null ? found : ((Undefined) found).at(path, Text.repr(step));
  }

  private static String of(Expr way) {
    if (way instanceof Name name) {
      return name.name();
    }
    if (way instanceof Attribute attribute) {
      String before = of(attribute.target());
      return before == null ? null : before + "." + attribute.name();
    }
    if (way instanceof Item item && item.key() instanceof Literal key) {
      String before = of(item.target());
      return before == null ? null : before + "[" + Text.repr(key.content()) + "]";
    }
    return null;
  }
}
