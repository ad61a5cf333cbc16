package kit.template.tree;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import kit.template.python.Attributes;

/** Names of a loop, a macro, a template; a name that is not here is looked for outside. */
public final class Frame {
  private static final Object MISSING = Attributes.NONE;
  private final Frame parent;
  private final Context context;
  private String[] names = new String[4];
  private Object[] values = new Object[4];
  private int size;

  /** The outermost frame of a template; {@code parent} is where it is included; may be null. */
  Frame(Context context, Frame parent) {
    this.context = context;
    this.parent = parent;
  }

  Frame(Frame parent) {
    this(parent.context, parent);
  }

  Context context() {
    return context;
  }

  Render render() {
    return context.render();
  }

  /** Notes the line that is worked on, for messages. */
  void at(int line) {
    context.render().at(line);
  }

  Object get(String name) {
    for (Frame frame = this; frame != null; frame = frame.parent) {
      Object value = frame.own(name);
      if (value != MISSING) {
        return value;
      }
    }
    return context.outside(name);
  }

  /** The value that this very frame has; {@link Attributes#NONE} if it has none. */
  Object own(String name) {
    for (int i = size - 1; i >= 0; i--) {
      if (names[i] == name || names[i].equals(name)) {
        return values[i];
      }
    }
    return MISSING;
  }

  void set(String name, Object value) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        values[i] = value;
        return;
      }
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    names[size] = name;
    values[size++] = value;
  }

  /** The names of this very frame. */
  Map<String, Object> all() {
    Map<String, Object> out = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      out.put(names[i], values[i]);
    }
    return out;
  }
}
