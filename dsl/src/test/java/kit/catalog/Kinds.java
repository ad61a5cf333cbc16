package kit.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.Host;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;

/**
 * One argument of each type.
 *
 * @param text a
 * @param truth b
 * @param whole c
 * @param big d
 * @param decimal e
 * @param mode f
 * @param duration g
 * @param level h
 * @param names i
 * @param numbers j
 * @param maps k
 * @param map l
 * @param words m
 * @param any n
 */
public record Kinds(
    Optional<String> text,
    Optional<Boolean> truth,
    Optional<Integer> whole,
    Optional<Long> big,
    Optional<Double> decimal,
    Optional<Mode> mode,
    Optional<Duration> duration,
    Optional<Level> level,
    List<String> names,
    List<Integer> numbers,
    List<Map<String, Object>> maps,
    Map<String, Object> map,
    Map<String, String> words,
    Optional<Object> any)
    implements Module {

  /** Constants with all that is special in their spelling. */
  public enum Level {
    PRESENT,
    BUILD_DEP,
    YES,
    NO
  }

  @Override
  public Plan plan(Host host) {
    return Plan.unchanged("never planned");
  }
}
