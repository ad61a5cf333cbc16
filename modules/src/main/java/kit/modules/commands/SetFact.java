package kit.modules.commands;

import java.util.Map;
import kit.spi.Assigning;
import kit.spi.Free;
import kit.spi.Host;
import kit.spi.Plan;

/**
 * Sets variables of the host; they hold from this call on, in later plays too.
 *
 * <pre>{@code
 * setFact releaseDir: '/srv/shop-2', workers: facts.cpu.count * 2
 * }</pre>
 *
 * @param variables names and values
 */
public record SetFact(@Free Map<String, Object> variables) implements Assigning {

  @Override
  public Plan plan(Host host) {
    return Plan.unchanged("set " + String.join(", ", variables.keySet()));
  }

  @Override
  public String label() {
    return String.join(", ", variables.keySet());
  }
}
