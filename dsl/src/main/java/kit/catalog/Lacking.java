package kit.catalog;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.spi.Lacks;

/**
 * Arguments that users may expect and a record does not have.
 *
 * @param names in camelCase
 * @param instead what to do
 */
record Lacking(List<String> names, String instead) {

  /** Those that the record says itself, or one of its annotations says. */
  static List<Lacking> of(Class<?> record) {
    List<Lacking> all = new ArrayList<>();
    collect(record.getAnnotationsByType(Lacks.class), all);
    for (Annotation annotation : record.getAnnotations()) {
      collect(annotation.annotationType().getAnnotationsByType(Lacks.class), all);
    }
    return all;
  }

  private static void collect(Lacks[] said, List<Lacking> all) {
    for (Lacks each : said) {
      all.add(new Lacking(List.of(each.value()), each.instead()));
    }
  }

  /** What to do instead of an argument; empty if nothing is said of it. */
  static Optional<String> instead(Class<?> record, String written) {
    String camel = Spelling.camel(written);
    return of(record).stream()
        .filter(each -> each.names.contains(camel))
        .map(Lacking::instead)
        .findFirst();
  }
}
