package kit.catalog;

import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;

/** A module without arguments. */
record Ping() implements Module {

  @Override
  public Plan plan(Host host) {
    return Plan.unchanged("never planned");
  }
}
