package kit.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/** Placeholder until facts land. */
public record Facts() implements Query<Map<String, Object>> {
  public static final Facts ALL = new Facts();

  @Override
  public Probe<Map<String, Object>> probe(List<Query<Map<String, Object>>> batch) {
    return new Probe<>(":", out -> List.of(Map.of()));
  }

  @Override
  public Set<Resource> about() {
    return Set.of();
  }
}
