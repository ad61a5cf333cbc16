package kit.catalog;

import java.util.Map;
import kit.spi.Default;
import kit.spi.Free;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;

/**
 * A module whose arguments have the user's own names.
 *
 * @param all the user's own
 * @param cacheable an argument of its own
 */
record SetAll(@Free Map<String, Object> all, @Default("no") boolean cacheable) implements Module {

  @Override
  public Plan plan(Host host) {
    return Plan.unchanged("never planned");
  }
}
