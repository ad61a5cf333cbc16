package kit.template.tree;

import java.util.List;
import kit.template.python.Items;
import kit.template.python.PythonError;
import kit.template.python.Types;

/** What a value can be given to. */
public interface Target {

  void set(Frame frame, Object value);

  /**
   * A name.
   *
   * @param name the name
   */
  record One(String name) implements Target {
    @Override
    public void set(Frame frame, Object value) {
      frame.set(name, value);
    }
  }

  /**
   * Several targets, for the items of a sequence.
   *
   * @param targets the targets
   */
  record Many(Target[] targets) implements Target {
    @Override
    public void set(Frame frame, Object value) {
      if (!Items.isIterable(value)) {
        throw new PythonError("cannot unpack non-iterable " + Types.name(value) + " object");
      }
      List<?> items = Items.list(value);
      if (items.size() != targets.length) {
        String few =
            "not enough values to unpack (expected "
                + targets.length
                + ", got "
                + items.size()
                + ")";
        boolean many = items.size() > targets.length;
        throw new PythonError(
            many ? "too many values to unpack (expected " + targets.length + ")" : few);
      }
      for (int i = 0; i < targets.length; i++) {
        targets[i].set(frame, items.get(i));
      }
    }
  }

  /**
   * An attribute of a namespace.
   *
   * @param name the namespace
   * @param attribute the attribute
   */
  record Inside(String name, String attribute) implements Target {
    @Override
    public void set(Frame frame, Object value) {
      if (!(frame.get(name) instanceof Namespace namespace)) {
        throw new PythonError("cannot assign attribute on non-namespace object");
      }
      namespace.set(attribute, value);
    }
  }
}
