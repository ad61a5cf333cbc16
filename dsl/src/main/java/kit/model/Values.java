package kit.model;

import java.util.List;

/** A list that may depend on the host: the items of a loop. */
@FunctionalInterface
public interface Values {
  List<?> of(HostSession session);
}
