package kit.modules.commands;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * Asks whether the host answers: that kit can log in, become the user and use the shell.
 *
 * <pre>{@code
 * ping()
 * }</pre>
 *
 * @param data what the result's {@code ping} holds
 */
public record Ping(@Default("pong") String data) implements Module {

  @Override
  public Plan plan(Host host) {
    return host.ask(new Alive())
        ? Plan.unchanged(data, Map.of("ping", data))
        : Plan.refused("the host's shell gives no sensible answer", "look at its login scripts");
  }

  /** Whether the shell calculates. */
  record Alive() implements Query<Boolean> {
    @Override
    public Probe<Boolean> probe(List<Query<Boolean>> batch) {
      return new Probe<>(
          "echo $((6 * 7))\n",
          output -> Collections.nCopies(batch.size(), output.text().strip().equals("42")));
    }

    @Override
    public Set<Resource> about() {
      return Set.of();
    }
  }
}
