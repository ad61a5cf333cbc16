package kit.modules.commands;

import java.util.Optional;
import kit.spi.Default;
import kit.spi.Detachable;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.PlanException;

/**
 * Gives a text to the host's shell as it is, with nothing around it and nothing taken off what it
 * prints. What shell offers beside (a directory, conditions, standard input) is not here.
 *
 * <p>Counts as changed whenever it runs, unless {@code changedWhen} says otherwise; an exit status
 * other than 0 is a failure. The result has {@code rc, stdout, stderr, stdoutLines, stderrLines,
 * cmd}.
 *
 * <pre>{@code
 * raw 'opkg update && opkg install tar'
 * }</pre>
 *
 * @param cmd the text
 * @param executable path of another shell that reads the text; the session's shell by default
 * @param exposeSecrets lets secrets stand in arguments of programs, where every user of the host
 *     can read them while the program runs; by default that is an error
 */
public record Raw(String cmd, Optional<String> executable, @Default("false") boolean exposeSecrets)
    implements Detachable {

  @Override
  public String label() {
    return Execution.brief(cmd.strip());
  }

  @Override
  public Plan plan(Host host) {
    if (cmd.isBlank()) {
      throw new PlanException("raw has nothing to run", "for example: raw 'uptime'");
    }
    if (!exposeSecrets) {
      new Exposure(host).refuse(cmd);
    }
    return new Execution(
            cmd,
            "run " + label(),
            executable.isPresent() ? OtherShell.reading(cmd, executable.get()) : cmd,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false)
        .plan(host);
  }
}
