package kit.modules.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.query.Facts;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;

/**
 * Gathers facts about the host: system, hardware, network, disks. Facts are there in any case, as
 * {@code facts.os.family}; this module asks anew and gives them as a result, {@code facts}.
 *
 * <pre>{@code
 * def seen = setup gatherSubset: ['os', 'network']
 * debug seen.facts.network.default.address
 * }</pre>
 *
 * @param gatherSubset names of the facts wanted, such as {@code os}, or those not wanted with a
 *     {@code !} in front; {@code all} means all
 * @param filter names to keep, of which each may begin or end with {@code *}; all if empty
 */
@Lacks(
    value = "factPath",
    instead = "kit reads no facts.d: slurp or command reads what the host tells of itself")
@Lacks(value = "gatherTimeout", instead = "timeout limits any call")
public record Setup(@Default("all") List<String> gatherSubset, List<String> filter)
    implements Module {

  @Override
  public Plan plan(Host host) {
    Map<String, Object> facts = new LinkedHashMap<>();
    host.ask(new Facts())
        .forEach(
            (name, value) -> {
              if (gathered(name) && kept(name)) {
                facts.put(name, value);
              }
            });
    return Plan.unchanged(facts.size() + " facts", Map.of("facts", facts));
  }

  private boolean gathered(String name) {
    boolean positive = false;
    for (String subset : gatherSubset) {
      positive |= !subset.startsWith("!");
    }
    if (gatherSubset.contains("!" + name)) {
      return false;
    }
    return !positive || gatherSubset.contains("all") || gatherSubset.contains(name);
  }

  private boolean kept(String name) {
    boolean kept = filter.isEmpty();
    for (String pattern : filter) {
      String text = pattern.replace("*", "");
      boolean end = pattern.endsWith("*");
      boolean start = pattern.startsWith("*");
      kept |=
          start && end
              ? name.contains(text)
              : end ? name.startsWith(text) : start ? name.endsWith(text) : name.equals(text);
    }
    return kept;
  }
}
