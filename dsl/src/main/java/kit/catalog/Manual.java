package kit.catalog;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Free;
import kit.spi.Shadows;

/**
 * What a module says about itself beside its types.
 *
 * @param className the record
 * @param summary the first sentence of its Javadoc
 * @param description the rest of it, paragraphs parted by empty lines; may be empty
 * @param examples calls as a playbook writes them
 * @param entries one for each component, in order
 */
record Manual(
    String className,
    String summary,
    String description,
    List<String> examples,
    List<Entry> entries) {

  /**
   * One argument.
   *
   * @param name its name
   * @param aliases its other names
   * @param preset the text of its default
   * @param shadows whether it means to have the name of an option
   * @param free whether it receives all other named arguments
   * @param doc what {@code @param} says
   */
  record Entry(
      String name,
      List<String> aliases,
      Optional<String> preset,
      boolean shadows,
      boolean free,
      String doc) {}

  /**
   * What the annotations of a compiled record still tell. Slow at start, because it makes a proxy
   * class for each annotation: only for records that the processor has not seen.
   */
  static Manual of(Class<?> type) {
    List<Entry> entries = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Alias alias = component.getAnnotation(Alias.class);
      Default preset = component.getAnnotation(Default.class);
      entries.add(
          new Entry(
              component.getName(),
              alias == null ? List.of() : List.of(alias.value()),
              Optional.ofNullable(preset).map(Default::value),
              component.isAnnotationPresent(Shadows.class),
              component.isAnnotationPresent(Free.class),
              ""));
    }
    return new Manual(type.getName(), "", "", List.of(), entries);
  }
}
