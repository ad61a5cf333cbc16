package kit.script.language;

import kit.model.Location;

/** What stands behind the names of a script: the reading of its structure, or one host. */
public interface Scope {

  /** A verb or module was called. */
  Object call(Call call);

  /** A name that is not the script's own was read. */
  Object variable(String name, Location where);

  /** A field was read where it may be missing: in a query. */
  default Object field(Object target, String name, Location where) {
    throw new IllegalStateException(name);
  }
}
