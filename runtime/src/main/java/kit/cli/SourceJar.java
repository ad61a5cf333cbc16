package kit.cli;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import kit.catalog.SourceCatalog;
import kit.model.KitException;

/**
 * The inventory sources lie in a jar of their own, because what they are made with is ten times as
 * large as all the rest: it is opened when an inventory names one.
 */
final class SourceJar {
  private static final String PLACE = "kit.inventories";

  private SourceJar() {}

  static SourceCatalog catalog() {
    ClassLoader own = SourceJar.class.getClassLoader();
    String place = System.getProperty(PLACE, "");
    if (place.isEmpty()) {
      return SourceCatalog.load(own);
    }
    if (!Files.isRegularFile(Path.of(place))) {
      throw new KitException(
          "the inventory sources are not there: " + place,
          "'mvn package' in kit's folder builds them");
    }
    try {
      URL[] jar = {Path.of(place).toUri().toURL()};
      return SourceCatalog.load(new URLClassLoader("inventories", jar, own));
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
