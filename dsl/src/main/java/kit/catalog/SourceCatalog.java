package kit.catalog;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import kit.spi.inventory.InventorySource;

/** All inventory sources by name. A source's class is loaded when it is looked up. */
public final class SourceCatalog {

  /** Lines {@code name=class}, written by {@link ModuleProcessor}; each jar may have one. */
  static final String INDEX = "META-INF/kit/sources";

  private final ClassLoader loader;
  private final SortedMap<String, String> classes;

  private SourceCatalog(ClassLoader loader, SortedMap<String, String> classes) {
    this.loader = loader;
    this.classes = classes;
  }

  /**
   * The sources that a class loader sees.
   *
   * @throws kit.model.KitException if two of them have the same name
   */
  public static SourceCatalog load(ClassLoader loader) {
    return new SourceCatalog(loader, ClassIndex.read(loader, INDEX, "inventory sources"));
  }

  /** All names, sorted; those that Ansible's plugins have too. */
  public Set<String> names() {
    return Collections.unmodifiableSet(classes.keySet());
  }

  /** The source of this name, in camelCase or snake_case, or of Ansible's plugin of this name. */
  public Optional<SourceType> find(String written) {
    String exact = classes.get(written);
    String className = exact == null ? classes.get(Spelling.camel(written)) : exact;
    if (className == null) {
      return Optional.empty();
    }
    return Optional.of(
        new SourceType(
            ClassIndex.load(loader, className, InventorySource.class, "inventory source")));
  }

  /** The source whose name is nearest to a wrong one. */
  public Optional<String> suggest(String wrong) {
    return Suggestion.of(wrong, classes.keySet());
  }
}
