package kit.template.jmespath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.template.python.Access;
import kit.template.python.Compare;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Slice;

/** The parts that queries are made of. */
final class Nodes {

  private Nodes() {}

  /** Whether a value counts as false: nothing, and what is empty. */
  static boolean isFalse(Object value) {
    return value == null
        || Boolean.FALSE.equals(value)
        || value instanceof CharSequence text && text.length() == 0
        || value instanceof List<?> list && list.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }

  record Current() implements Node {
    @Override
    public Object in(Object value) {
      return value;
    }
  }

  record Constant(Object content) implements Node {
    @Override
    public Object in(Object value) {
      return content;
    }
  }

  record Field(Object name) implements Node {
    @Override
    public Object in(Object value) {
      return value instanceof Map<?, ?> map ? map.get(name) : null;
    }
  }

  record Chain(Node first, Node second) implements Node {
    @Override
    public Object in(Object value) {
      return second.in(first.in(value));
    }
  }

  record Position(Node list, Integer index) implements Node {
    @Override
    public Object in(Object value) {
      if (index == null || !(list.in(value) instanceof List<?> items)) {
        return null;
      }
      int at = index < 0 ? index + items.size() : index;
      return at < 0 || at >= items.size() ? null : items.get(at);
    }
  }

  record Part(Node list, Integer start, Integer stop, Integer step) implements Node {
    @Override
    public Object in(Object value) {
      Object items = list.in(value);
      return items instanceof List<?> ? Access.item(items, new Slice(start, stop, step)) : null;
    }
  }

  record Projection(Node list, Node each) implements Node {
    @Override
    public Object in(Object value) {
      return list.in(value) instanceof List<?> items ? project(items, each) : null;
    }
  }

  private static List<Object> project(Iterable<?> items, Node each) {
    List<Object> out = new ArrayList<>();
    for (Object item : items) {
      Object found = each.in(item);
      if (found != null) {
        out.add(found);
      }
    }
    return out;
  }

  record Values(Node map, Node each) implements Node {
    @Override
    public Object in(Object value) {
      return map.in(value) instanceof Map<?, ?> found ? project(found.values(), each) : null;
    }
  }

  record Flatten(Node list) implements Node {
    @Override
    public Object in(Object value) {
      if (!(list.in(value) instanceof List<?> items)) {
        return null;
      }
      List<Object> out = new ArrayList<>();
      for (Object item : items) {
        if (item instanceof List<?> inner) {
          out.addAll(inner);
        } else {
          out.add(item);
        }
      }
      return out;
    }
  }

  record Filter(Node list, Node condition, Node each) implements Node {
    @Override
    public Object in(Object value) {
      if (!(list.in(value) instanceof List<?> items)) {
        return null;
      }
      List<Object> chosen = new ArrayList<>();
      for (Object item : items) {
        if (!isFalse(condition.in(item))) {
          chosen.add(item);
        }
      }
      return project(chosen, each);
    }
  }

  record Not(Node inner) implements Node {
    @Override
    public Object in(Object value) {
      return isFalse(inner.in(value));
    }
  }

  record Either(boolean and, Node left, Node right) implements Node {
    @Override
    public Object in(Object value) {
      Object first = left.in(value);
      return isFalse(first) == and ? first : right.in(value);
    }
  }

  record Compared(String operator, Node left, Node right) implements Node {
    @Override
    public Object in(Object value) {
      Object a = left.in(value);
      Object b = right.in(value);
      if (operator.equals("==") || operator.equals("!=")) {
        boolean mixed = a instanceof Boolean != b instanceof Boolean;
        return (!mixed && Compare.equal(a, b)) == operator.equals("==");
      }
      boolean numbers = isNumber(a) && isNumber(b);
      boolean texts = a instanceof CharSequence && b instanceof CharSequence;
      return numbers || texts ? (Object) Compare.holds(operator, a, b) : null;
    }
  }

  static boolean isNumber(Object value) {
    return Numbers.isNumber(value) && !(value instanceof Boolean);
  }

  record MultiList(List<Node> items) implements Node {
    @Override
    public Object in(Object value) {
      if (value == null) {
        return null;
      }
      List<Object> out = new ArrayList<>();
      for (Node item : items) {
        out.add(item.in(value));
      }
      return out;
    }
  }

  record MultiHash(List<Object> names, List<Node> values) implements Node {
    @Override
    public Object in(Object value) {
      if (value == null) {
        return null;
      }
      Map<Object, Object> out = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        out.put(names.get(i), values.get(i).in(value));
      }
      return out;
    }
  }

  /** An expression handed to a function instead of its value. */
  record Reference(Node expression) implements Node {
    @Override
    public Object in(Object value) {
      throw new PythonError("& may stand in front of an argument of a function only");
    }
  }
}
