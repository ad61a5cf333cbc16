package kit.catalog;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One argument of a module.
 *
 * @param name its name, as the record has it
 * @param aliases its other names, in camelCase
 * @param conversion from what a playbook gives to what the record wants
 * @param absent what the record receives when nothing is given; empty if that is not allowed
 * @param preset its default as the module's author wrote it; empty if it has none
 * @param shadows whether it means to have the name of a general option
 * @param free whether it receives all named arguments that no other argument is called
 */
public record Argument(
    String name,
    List<String> aliases,
    Conversion conversion,
    Optional<Object> absent,
    Optional<String> preset,
    boolean shadows,
    boolean free) {

  /** The values that it may have, if these are few and known. */
  public List<String> choices() {
    Conversion of = conversion instanceof OptionalOf maybe ? maybe.present() : conversion;
    return of instanceof OneOf one ? one.values() : List.of();
  }

  /** Whether a call must give it. */
  public boolean required() {
    return absent.isEmpty();
  }

  /** What kind of value it wants. */
  public Shape shape() {
    return Shape.of(conversion);
  }

  /** Whether a name written in a playbook means this argument. */
  boolean isCalled(String written) {
    String camel = Spelling.camel(written);
    return !free && (camel.equals(name) || aliases.contains(camel));
  }

  static Argument of(RecordComponent component, Manual.Entry entry) {
    Conversion conversion = Conversion.to(component.getGenericType());
    return new Argument(
        entry.name(),
        camel(entry.aliases()),
        conversion,
        absent(conversion, entry),
        entry.preset(),
        entry.shadows(),
        entry.free());
  }

  private static Optional<Object> absent(Conversion conversion, Manual.Entry entry) {
    if (entry.preset().isPresent()) {
      try {
        return Optional.of(conversion.convert(entry.preset().get()));
      } catch (Mismatch e) {
        throw new IllegalStateException("@Default: " + e.about(entry.name()), e);
      }
    }
    if (conversion instanceof OptionalOf) {
      return Optional.of(Optional.empty());
    }
    if (conversion instanceof ListOf) {
      return Optional.of(List.of());
    }
    return conversion instanceof MapOf ? Optional.of(Map.of()) : Optional.empty();
  }

  private static List<String> camel(List<String> aliases) {
    if (aliases.isEmpty()) {
      return aliases;
    }
    String[] camel = new String[aliases.size()];
    for (int i = 0; i < camel.length; i++) {
      camel[i] = Spelling.camel(aliases.get(i));
    }
    return List.of(camel);
  }
}
