package kit.catalog;

import java.util.List;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.FileRights;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Shadows;

/**
 * A module as it is usually written.
 *
 * @param name required
 * @param state an enum with a default
 * @param updateCache a primitive with a default
 * @param size a required primitive
 * @param src excludes content
 * @param content excludes src
 * @param timeout has the name of an option
 * @param tasks may be left out
 */
@FileRights
@Lacks(
    value = {"cache", "keepOld"},
    instead = "leave it out")
record Parcel(
    @Alias({"pkg", "package_name"}) String name,
    @Default("present") State state,
    @Default("false") boolean updateCache,
    int size,
    Optional<String> src,
    Optional<String> content,
    @Shadows @Default("10") int timeout,
    List<String> tasks)
    implements Module {

  enum State {
    PRESENT,
    LATEST,
    ABSENT
  }

  Parcel {
    if (src.isPresent() && content.isPresent()) {
      throw new PlanException("src and content exclude each other", "leave one of them out");
    }
    if (size < 0) {
      throw new IllegalArgumentException("size is negative");
    }
  }

  @Override
  public Plan plan(Host host) {
    return Plan.unchanged("never planned");
  }
}
