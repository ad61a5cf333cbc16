package kit.catalog;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kit.model.KitException;
import kit.spi.Module;

/** All modules by name. A module's class is loaded when it is looked up. */
public final class ModuleCatalog {

  /** Lines {@code name=class}, written by {@link ModuleProcessor}; each jar may have one. */
  static final String INDEX = "META-INF/kit/modules";

  private final ClassLoader loader;
  private final SortedMap<String, String> classes;
  private final Map<String, ModuleType> found = new ConcurrentHashMap<>();

  private ModuleCatalog(ClassLoader loader, SortedMap<String, String> classes) {
    this.loader = loader;
    this.classes = classes;
  }

  /**
   * The modules that a class loader sees.
   *
   * @throws KitException if two of them have the same name
   */
  public static ModuleCatalog load(ClassLoader loader) {
    return new ModuleCatalog(loader, ClassIndex.read(loader, INDEX, "modules"));
  }

  /** A catalog of these modules only. */
  @SafeVarargs
  public static ModuleCatalog of(Class<? extends Module>... records) {
    ModuleCatalog catalog =
        new ModuleCatalog(ModuleCatalog.class.getClassLoader(), new TreeMap<>());
    for (Class<? extends Module> record : records) {
      ModuleType type = ModuleType.of(record);
      ClassIndex.put(catalog.classes, type.name(), record.getName(), "modules");
      catalog.found.put(type.name(), type);
    }
    return catalog;
  }

  /** All names, sorted. */
  public Set<String> names() {
    return Collections.unmodifiableSet(classes.keySet());
  }

  /** The name under which a module is known that a playbook calls so: apt_key is aptKey. */
  public Optional<String> nameOf(String written) {
    String name = Spelling.camel(written);
    return classes.containsKey(name) ? Optional.of(name) : Optional.empty();
  }

  /** The module of this name, in camelCase or snake_case. */
  public Optional<ModuleType> find(String written) {
    String name = Spelling.camel(written);
    ModuleType type = found.get(name);
    if (type == null && classes.containsKey(name)) {
      type = ModuleType.of(load(classes.get(name)));
      found.put(name, type);
    }
    return Optional.ofNullable(type);
  }

  /** The module whose name is nearest to a wrong one. */
  public Optional<String> suggest(String wrong) {
    return Suggestion.of(wrong, classes.keySet());
  }

  private Class<? extends Module> load(String className) {
    return ClassIndex.load(loader, className, Module.class, "module");
  }
}
