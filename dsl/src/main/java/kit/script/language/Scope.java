package kit.script.language;

import java.util.Map;
import kit.model.Location;

/** What stands behind the names of a script: the reading of its structure, or one host. */
public interface Scope {

  /** A verb or module was called. */
  Object call(Call call);

  /** A name that is not the script's own was read. */
  Object variable(String name, Location where);

  /** The script's own variables as they are at a call, where somebody wants to see them. */
  default void locals(Location where, Map<String, Object> values) {
    // most have nobody to show them to
  }

  /** A field was read where it may be missing: in a query. */
  default Object field(Object target, String name, Location where) {
    throw new IllegalStateException(name);
  }
}
