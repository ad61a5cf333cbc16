package kit.template.lookups;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.template.filters.Filters;
import kit.template.python.Items;
import kit.template.python.Numbers;
import kit.template.python.Percent;
import kit.template.python.PythonError;
import kit.template.python.Splits;
import kit.template.python.Text;
import kit.template.python.Tuple;
import kit.template.python.Types;

/** Lookups that make lists of lists; what they are given is all they look at. */
final class ListLookups implements Lookup {

  @Override
  public List<Object> run(String name, List<?> terms, Map<String, Object> options) {
    List<Object> out = new ArrayList<>();
    switch (name) {
      case "list":
        return new ArrayList<>(terms);
      case "items":
        for (Object term : terms) {
          out.addAll(Types.isList(term) ? (List<?>) term : List.of(term));
        }
        return out;
      case "flattened":
        return flattened(terms, out);
      case "indexed_items":
        for (Object item : flat(terms)) {
          out.add(Tuple.of(out.size(), item));
        }
        return out;
      case "random_choice":
        List<Object> all = flat(terms);
        out.add(all.get(new SecureRandom().nextInt(all.size())));
        return out;
      case "dict":
        for (Object term : terms) {
          for (Object one : Types.isList(term) ? (List<?>) term : List.of(term)) {
            pairs(one, out);
          }
        }
        return out;
      case "together":
        Object rows = Filters.find("zip_longest").call(terms.toArray(), Map.of());
        Items.of(rows).forEach(row -> out.add(new ArrayList<>((Tuple) row)));
        return out;
      case "nested", "cartesian":
        Object product = Filters.find("product").call(terms.toArray(), Map.of());
        Items.of(product).forEach(row -> out.add(flattened((Tuple) row, new ArrayList<>())));
        return out;
      case "subelements":
        return subelements(terms);
      default:
        for (Object term : terms) {
          sequence(Text.str(term), options, out);
        }
        if (terms.isEmpty()) {
          sequence("", options, out);
        }
        return out;
    }
  }

  private static List<Object> flat(List<?> terms) {
    List<Object> out = new ArrayList<>();
    for (Object term : terms) {
      out.addAll(Types.isList(term) ? (List<?>) term : List.of(term));
    }
    return out;
  }

  private static List<Object> flattened(List<?> items, List<Object> out) {
    for (Object item : items) {
      if (Types.isList(item) || item instanceof Tuple) {
        flattened((List<?>) item, out);
      } else {
        out.add(item);
      }
    }
    return out;
  }

  private static void pairs(Object value, List<Object> out) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new PythonError("with_dict expects a dict");
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Map<Object, Object> pair = new LinkedHashMap<>();
      pair.put("key", entry.getKey());
      pair.put("value", entry.getValue());
      out.add(pair);
    }
  }

  private static List<Object> subelements(List<?> terms) {
    if (terms.size() < 2 || terms.size() > 3) {
      throw new PythonError("subelements lookup expects a list of two or three items");
    }
    boolean skip =
        terms.size() == 3
            && terms.get(2) instanceof Map<?, ?> flags
            && Boolean.TRUE.equals(flags.get("skip_missing"));
    Object[] arguments = {terms.get(0), terms.get(1), skip};
    return Items.copy(Filters.find("subelements").call(arguments, Map.of()));
  }

  /** {@code start=1 end=5 stride=2 format=web%02d}, {@code 5}, {@code 2-10/2:host%02d}. */
  private static void sequence(String text, Map<String, Object> options, List<Object> out) {
    Map<String, Object> found = new LinkedHashMap<>(options);
    if (text.indexOf('=') >= 0) {
      for (Object part : Splits.of(text, null, -1, false)) {
        String pair = (String) part;
        int equals = pair.indexOf('=');
        found.put(pair.substring(0, Math.max(0, equals)), pair.substring(equals + 1));
      }
    } else if (!text.isEmpty()) {
      shortcut(text, found);
    }
    long start = number(found, "start", 1);
    long stride = number(found, "stride", 1);
    long end = number(found, "end", 0);
    if (found.containsKey("count")) {
      long count = number(found, "count", 0);
      end = count == 0 ? start - 1 : start + count * stride - stride;
      stride = count == 0 ? 1 : stride;
    } else if (!found.containsKey("end")) {
      throw new PythonError("must specify count or end in with_sequence");
    }
    if (stride == 0) {
      return;
    }
    String format = Lookups.option(found, "format", "%d");
    if ((end - start) / stride > 1_000_000) {
      throw new PythonError("the sequence has more than 1000000 items");
    }
    for (long i = start; stride > 0 ? i <= end : i >= end; i += stride) {
      out.add(Percent.format(format, Numbers.integer(i)));
    }
  }

  private static void shortcut(String text, Map<String, Object> found) {
    String rest = text;
    int colon = rest.indexOf(':');
    if (colon >= 0) {
      found.put("format", rest.substring(colon + 1));
      rest = rest.substring(0, colon);
    }
    int slash = rest.indexOf('/');
    if (slash >= 0) {
      found.put("stride", rest.substring(slash + 1));
      rest = rest.substring(0, slash);
    }
    int dash = rest.indexOf('-', 1);
    if (dash > 0) {
      found.put("start", rest.substring(0, dash));
    }
    found.put("end", rest.substring(dash + 1));
  }

  private static long number(Map<String, Object> found, String name, long otherwise) {
    if (!found.containsKey(name)) {
      return otherwise;
    }
    Object number = Numbers.parse(Text.str(found.get(name)), 0);
    if (number == null) {
      throw new PythonError(
          "can't parse " + name + "=" + Text.str(found.get(name)) + " as integer");
    }
    return Numbers.big(number).longValue();
  }
}
