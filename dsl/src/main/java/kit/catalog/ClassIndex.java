package kit.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kit.model.KitException;

/** Lists of records, lines {@code name=class}, as {@link ModuleProcessor} leaves them in jars. */
final class ClassIndex {

  private ClassIndex() {}

  /**
   * All lists of this path that a class loader sees.
   *
   * @param what what they list, for messages
   * @throws KitException if two records have the same name
   */
  static SortedMap<String, String> read(ClassLoader loader, String path, String what) {
    SortedMap<String, String> classes = new TreeMap<>();
    try {
      Enumeration<URL> indexes = loader.getResources(path);
      while (indexes.hasMoreElements()) {
        URL index = indexes.nextElement();
        try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int equals = line.indexOf('=');
            if (equals > 0) { // packing several jars into one leaves empty lines between indexes
              put(classes, line.substring(0, equals), line.substring(equals + 1), what);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
    return classes;
  }

  static void put(Map<String, String> classes, String name, String className, String what) {
    String other = classes.put(name, className);
    if (other != null && !other.equals(className)) {
      throw new KitException(
          "two " + what + " are called '" + name + "': " + other + " and " + className,
          "take one of them off the class path");
    }
  }

  /**
   * @param what what such a record is, for messages
   */
  static <T> Class<? extends T> load(
      ClassLoader loader, String className, Class<T> kind, String what) {
    try {
      return Class.forName(className, false, loader).asSubclass(kind);
    } catch (ClassNotFoundException | ClassCastException | LinkageError e) {
      throw new KitException(
          "the " + what + " " + className + " cannot be loaded: " + e, "build it again");
    }
  }
}
