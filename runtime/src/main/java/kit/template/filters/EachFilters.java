package kit.template.filters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.template.python.Function;
import kit.template.python.Group;
import kit.template.python.Items;
import kit.template.python.PythonError;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Tuple;
import kit.template.python.Undefined;

/** Filters that go through a list and apply another filter or a test to each item. */
final class EachFilters implements Group {

  @Override
  public Object call(String name, Object[] a) {
    Tuple arguments = (Tuple) a[1];
    Map<String, Object> named = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) a[2]).entrySet()) {
      named.put((String) entry.getKey(), entry.getValue());
    }
    // Nothing to go through is nothing to complain of.
    Collection<?> items = Truth.of(a[0]) ? Items.of(a[0]) : List.of();
    return name.equals("map")
        ? map(items, arguments, named)
        : chosen(name, items, arguments, named);
  }

  private static Object[] rest(Tuple arguments, int from) {
    return arguments.subList(Math.min(from, arguments.size()), arguments.size()).toArray();
  }

  private static List<Object> map(Collection<?> items, Tuple arguments, Map<String, Object> named) {
    List<Object> out = new ArrayList<>(items.size());
    if (arguments.isEmpty() && named.containsKey("attribute")) {
      Object attribute = named.remove("attribute");
      Object otherwise = named.remove("default");
      if (!named.isEmpty()) {
        throw new PythonError(
            "Unexpected keyword argument '" + named.keySet().iterator().next() + "'");
      }
      AttributePath path = new AttributePath(attribute, otherwise);
      for (Object item : items) {
        out.add(path.of(item));
      }
      return out;
    }
    if (arguments.isEmpty()) {
      throw new PythonError("map requires a filter argument");
    }
    Object said = arguments.get(0);
    Function filter = said instanceof Function known ? known : Filters.find(Text.str(said));
    if (filter == null) {
      throw new PythonError("there is no filter '" + Text.str(said) + "'");
    }
    Object[] rest = rest(arguments, 1);
    for (Object item : items) {
      out.add(filter.on(item, rest, named));
    }
    return out;
  }

  private static List<Object> chosen(
      String name, Collection<?> items, Tuple arguments, Map<String, Object> named) {
    boolean attribute = name.endsWith("attr");
    if (attribute && arguments.isEmpty()) {
      throw new PythonError("Missing parameter for attribute name");
    }
    AttributePath path = new AttributePath(attribute ? arguments.get(0) : null, null);
    int at = attribute ? 1 : 0;
    Function test = null;
    if (arguments.size() > at) {
      test = Tests.find(Text.str(arguments.get(at)));
      if (test == null) {
        throw new PythonError("there is no test '" + Text.str(arguments.get(at)) + "'");
      }
    }
    Object[] rest = rest(arguments, at + 1);
    boolean wanted = name.startsWith("select");
    List<Object> out = new ArrayList<>();
    for (Object item : items) {
      Object value = path.of(item);
      if (test == null && value instanceof Undefined undefined) {
        throw undefined.error();
      }
      if (Truth.of(test == null ? value : test.on(value, rest, named)) == wanted) {
        out.add(item);
      }
    }
    return out;
  }
}
