package kit.inventory;

import java.nio.file.Path;
import java.util.List;

/** A way to write an inventory; the first format that takes a file reads it. */
public interface InventoryFormat {

  /** The formats known to kit, in the order in which they are asked. */
  static List<InventoryFormat> all(Sources sources) {
    return List.of(new GroovyFormat(sources), new YamlFormat(sources), new IniFormat());
  }

  /** Whether this is how the file is written, by its name and its text. */
  boolean takes(Path file, String text);

  /**
   * Reads the file.
   *
   * @param name the file as messages call it
   * @throws kit.model.KitException if it is wrong, with its place
   */
  void read(Path file, String name, String text, InventoryBuilder into);
}
