package kit.template.filters;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import kit.template.python.Access;
import kit.template.python.Compare;
import kit.template.python.Group;
import kit.template.python.Items;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Regex;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Undefined;

/** Ansible's tests of results, patterns, versions and lists. */
final class MoreTests implements Group {

  @Override
  public Object call(String name, Object[] a) {
    switch (name) {
      case "match", "search":
        return regex(a, name);
      case "regex":
        return regex(a, Text.str(a[4]));
      case "version", "version_compare":
        return Versions.compare(a);
      case "any", "all":
        for (Object item : Items.of(a[0])) {
          if (Truth.of(item) == name.equals("any")) {
            return name.equals("any");
          }
        }
        return name.equals("all");
      case "truthy", "falsy":
        return truthy(a[0], Truth.of(a[1])) == name.equals("truthy");
      case "vault_encrypted":
        return a[0] instanceof CharSequence text && text.toString().startsWith("$ANSIBLE_VAULT;");
      case "subset", "issubset":
        return holds(Items.of(a[1]), Items.of(a[0]));
      case "superset", "issuperset":
        return holds(Items.of(a[0]), Items.of(a[1]));
      case "contains":
        return Compare.contains(a[0], a[1]);
      case "nan", "isnan":
        return Numbers.isNumber(a[0]) && Double.isNaN(Numbers.toDouble(a[0]));
      case "uri", "url", "urn":
        return isUrl(a[0], name, name.equals("urn") ? List.of("urn") : a[1]);
      default:
        return result(name, a[0]);
    }
  }

  private static boolean regex(Object[] a, String kind) {
    return Regex.of(a[1], Truth.of(a[2]), Truth.of(a[3])).matches(Text.str(a[0]), kind);
  }

  private static boolean truthy(Object value, boolean convert) {
    if (convert && value instanceof CharSequence text) {
      switch (text.toString().toLowerCase(Locale.ROOT).strip()) {
        case "no", "off", "0", "false", "n", "f", "0.0":
          return false;
        default:
          return Truth.of(value);
      }
    }
    return Truth.of(value);
  }

  private static boolean holds(Iterable<?> outer, Iterable<?> inner) {
    for (Object item : inner) {
      Access.key(item);
      boolean found = false;
      for (Object other : outer) {
        found = found || Compare.equal(other, item);
      }
      if (!found) {
        return false;
      }
    }
    for (Object item : outer) {
      Access.key(item);
    }
    return true;
  }

  private static boolean isUrl(Object value, String kind, Object schemes) {
    if (!(value instanceof CharSequence text)) {
      return false;
    }
    try {
      String scheme = UrlParts.scheme(text.toString());
      boolean known = !Truth.of(schemes) || Compare.contains(schemes, scheme);
      boolean located = !UrlParts.netloc(text.toString()).isEmpty() || scheme.equals("file");
      return known && (!kind.equals("url") || located);
    } catch (PythonError e) {
      return false;
    }
  }

  private static Object result(String name, Object value) {
    String field =
        switch (name) {
          case "failed", "failure", "succeeded", "success", "successful" -> "failed";
          case "reachable", "unreachable" -> "unreachable";
          case "changed", "change" -> "changed";
          case "skipped", "skip" -> "skipped";
          default -> name;
        };
    if (value instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new PythonError("The '" + field + "' test expects a dictionary");
    }
    return switch (name) {
      case "succeeded", "success", "successful", "reachable" -> !Truth.of(of(map, field));
      case "finished", "started" -> !map.containsKey(field) || Compare.equal(map.get(field), 1);
      case "changed", "change" -> changed(map);
      default -> of(map, field);
    };
  }

  private static Object of(Map<?, ?> map, String field) {
    return map.containsKey(field) ? map.get(field) : (Object) false;
  }

  private static Object changed(Map<?, ?> map) {
    if (!map.containsKey("changed")
        && map.get("results") instanceof List<?> results
        && !results.isEmpty()
        && results.get(0) instanceof Map<?, ?>) {
      for (Object one : results) {
        if (one instanceof Map<?, ?> result && Truth.of(of(result, "changed"))) {
          return true;
        }
      }
      return false;
    }
    return of(map, "changed");
  }
}
