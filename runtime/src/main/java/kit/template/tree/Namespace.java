package kit.template.tree;

import java.util.Map;
import kit.template.python.Attributes;
import kit.template.python.Text;

/** An object whose attributes a template may set, also from inside a loop. */
public final class Namespace implements Attributes {
  private final Map<Object, Object> values;

  /** A namespace with these attributes. */
  public Namespace(Map<Object, Object> values) {
    this.values = values;
  }

  void set(String name, Object value) {
    values.put(name, value);
  }

  @Override
  public Object attribute(String name) {
    return values.containsKey(name) ? values.get(name) : NONE;
  }

  @Override
  public String type() {
    return "jinja2.utils.Namespace";
  }

  @Override
  public String toString() {
    return "<Namespace " + Text.repr(values) + ">";
  }
}
