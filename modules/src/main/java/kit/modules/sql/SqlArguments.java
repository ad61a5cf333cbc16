package kit.modules.sql;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kit.spi.PlanException;

/** Values in the places that a query has for them, as Ansible's modules write these. */
final class SqlArguments {

  private SqlArguments() {}

  /** For PostgreSQL. */
  static String filled(String query, Map<String, Object> named, List<String> positional) {
    return filled(query, named, positional, SqlText::text);
  }

  static String filled(
      String query,
      Map<String, Object> named,
      List<String> positional,
      Function<String, String> quoting) {
    if (named.isEmpty() && positional.isEmpty()) {
      return query;
    }
    if (!named.isEmpty() && !positional.isEmpty()) {
      throw new PlanException("both namedArgs and positionalArgs are given", "give one of them");
    }
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c != '%' || i + 1 >= query.length()) {
        text.append(c);
      } else if (query.charAt(i + 1) == '%') {
        text.append(c);
        i++;
      } else if (query.charAt(i + 1) == 's' && !positional.isEmpty()) {
        if (next >= positional.size()) {
          throw new PlanException(
              "the query has more places than positionalArgs has values", "one for each %s");
        }
        text.append(quoting.apply(positional.get(next++)));
        i++;
      } else if (query.charAt(i + 1) == '(' && query.indexOf(")s", i) > 0) {
        int end = query.indexOf(")s", i);
        text.append(literal(named, query.substring(i + 2, end), quoting));
        i = end + 1;
      } else {
        text.append(c);
      }
    }
    if (next < positional.size()) {
      throw new PlanException(
          "positionalArgs has more values than the query has places", "one for each %s");
    }
    return text.toString();
  }

  private static String literal(
      Map<String, Object> named, String name, Function<String, String> quoting) {
    if (!named.containsKey(name)) {
      throw new PlanException("the query asks for '" + name + "', which namedArgs lacks", "");
    }
    Object value = named.get(name);
    if (value == null) {
      return "NULL";
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : quoting.apply(value.toString());
  }
}
