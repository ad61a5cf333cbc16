package kit.modules.sql;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kit.spi.PlanException;

/** Values in the places that a query has for them, as Ansible's modules write these. */
final class SqlArguments {

  private SqlArguments() {}

  /** For PostgreSQL, where a list is an array. */
  static String ofPostgresql(String query, Map<String, Object> named, List<Object> positional) {
    return filled(query, named, positional, SqlArguments::postgresql);
  }

  /** For MySQL, where a list is what IN takes. */
  static String ofMysql(String query, Map<String, Object> named, List<Object> positional) {
    return filled(query, named, positional, SqlArguments::mysql);
  }

  private static String postgresql(Object value) {
    if (value instanceof Collection<?> list) {
      return list.isEmpty() ? "'{}'" : all("ARRAY[", list, SqlArguments::postgresql, "]");
    }
    return plain(value).orElseGet(() -> SqlText.text(value.toString()));
  }

  private static String mysql(Object value) {
    if (value instanceof Collection<?> list) {
      return list.isEmpty() ? "(NULL)" : all("(", list, SqlArguments::mysql, ")");
    }
    return plain(value).orElseGet(() -> SqlText.escaped(value.toString()));
  }

  private static String all(
      String begin, Collection<?> list, Function<Object, String> each, String end) {
    return list.stream().map(each).collect(Collectors.joining(", ", begin, end));
  }

  private static Optional<String> plain(Object value) {
    if (value instanceof Map<?, ?>) {
      throw new PlanException("a map is no value of a query", "give a text, as JSON");
    }
    boolean word = value == null || value instanceof Number || value instanceof Boolean;
    return word ? Optional.of(value == null ? "NULL" : value.toString()) : Optional.empty();
  }

  private static String filled(
      String query,
      Map<String, Object> named,
      List<Object> positional,
      Function<Object, String> quoting) {
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
      Map<String, Object> named, String name, Function<Object, String> quoting) {
    if (!named.containsKey(name)) {
      throw new PlanException("the query asks for '" + name + "', which namedArgs lacks", "");
    }
    return quoting.apply(named.get(name));
  }
}
