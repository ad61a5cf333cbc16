package kit.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
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
    SortedMap<String, String> classes = new TreeMap<>();
    try {
      Enumeration<URL> indexes = loader.getResources(INDEX);
      while (indexes.hasMoreElements()) {
        URL index = indexes.nextElement();
        try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int equals = line.indexOf('=');
            if (equals > 0) { // packing several jars into one leaves empty lines between indexes
              put(classes, line.substring(0, equals), line.substring(equals + 1));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(INDEX + " cannot be read", e);
    }
    return new ModuleCatalog(loader, classes);
  }

  /** A catalog of these modules only. */
  @SafeVarargs
  public static ModuleCatalog of(Class<? extends Module>... records) {
    ModuleCatalog catalog =
        new ModuleCatalog(ModuleCatalog.class.getClassLoader(), new TreeMap<>());
    for (Class<? extends Module> record : records) {
      ModuleType type = ModuleType.of(record);
      put(catalog.classes, type.name(), record.getName());
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
    try {
      return Class.forName(className, false, loader).asSubclass(Module.class);
    } catch (ClassNotFoundException | ClassCastException | LinkageError e) {
      throw new KitException(
          "the module " + className + " cannot be loaded: " + e, "build it again");
    }
  }

  private static void put(Map<String, String> classes, String name, String className) {
    String other = classes.put(name, className);
    if (other != null && !other.equals(className)) {
      throw new KitException(
          "two modules are called '" + name + "': " + other + " and " + className,
          "take one of them off the class path");
    }
  }
}
