package kit.modules.commands;

import java.util.Map;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;

/**
 * Shows a text in the report of the run.
 *
 * <pre>{@code
 * debug "nginx listens on $port"
 * debug msg: [port: 80, sites: ['shop', 'blog']]
 * }</pre>
 *
 * @param msg what to show: a text, or any value, which is shown as Groovy would write it
 */
@Lacks(value = "var", instead = "debug NAME shows a variable")
@Lacks(
    value = "verbosity",
    instead = "if it should be seen only sometimes, write: if (...) debug ...")
public record Debug(@Default("Hello world!") Object msg) implements Module {

  @Override
  public Plan plan(Host host) {
    return Plan.unchanged(String.valueOf(msg), Map.of("msg", msg));
  }
}
