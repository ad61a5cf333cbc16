package kit.role;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Reads the data files of roles, which this room cannot. */
public interface RoleDocuments {

  /** For roles without data files. */
  RoleDocuments NONE =
      new RoleDocuments() {
        @Override
        public Object document(Path file) {
          return Map.of();
        }

        @Override
        public Set<String> names(Path folder, String kind, String name) {
          return Set.of();
        }
      };

  /**
   * What a YAML or JSON file holds, as maps, lists and plain values; null if it is empty.
   *
   * @throws kit.model.KitException if it cannot be read
   */
  Object document(Path file);

  /**
   * The variables that a file, or the files of a directory, give values to; none if there is no
   * such file.
   *
   * @param kind {@code defaults} or {@code vars}
   * @param name the file, without extension
   * @throws kit.model.KitException if it cannot be read
   */
  Set<String> names(Path folder, String kind, String name);
}
