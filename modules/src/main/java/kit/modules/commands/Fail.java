package kit.modules.commands;

import java.util.Map;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;

/**
 * Fails on this host with a message.
 *
 * <pre>{@code
 * if (facts.memory.total < 500) fail 'the application needs 500 MB of memory'
 * }</pre>
 *
 * @param msg why
 */
public record Fail(@Default("failed as the playbook asked for") String msg) implements Module {

  @Override
  public Plan plan(Host host) {
    return new Plan.Refused(msg, "", Map.of("msg", msg));
  }
}
