package kit.project;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kit.spi.Result;
import kit.spi.Result.Status;

/** A registered result as templates read it: {@code {{ r.stdout }}}. Reading waits for it. */
final class ResultMap extends AbstractMap<String, Object> {

  private final Result result;

  ResultMap(Result result) {
    this.result = result;
  }

  Result result() {
    return result;
  }

  @Override
  public Object get(Object key) {
    return all().get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return all().containsKey(key);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return all().entrySet();
  }

  private Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>(result.values());
    all.putIfAbsent("changed", result.changed());
    all.putIfAbsent("failed", result.status() == Status.FAILED);
    all.putIfAbsent("skipped", result.status() == Status.SKIPPED);
    return all;
  }
}
