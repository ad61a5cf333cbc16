package kit.modules.commands;

import java.util.Optional;
import kit.spi.Default;
import kit.spi.Detachable;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Plan;
import kit.spi.PlanException;

/**
 * Runs a text in a shell of the host, with pipes, variables and several lines.
 *
 * <p>Counts as changed whenever it runs, unless {@code readOnly} is given or {@code changedWhen}
 * says otherwise; an exit status other than 0 is a failure. Standard input is empty. The text
 * itself never stands in an argument list or in the environment of a process, so it may hold
 * secrets; but a secret in the arguments of a program that it starts ({@code mysql -p...}) is an
 * error. The result has {@code rc, stdout, stderr, stdoutLines, stderrLines, cmd}.
 *
 * <pre>{@code
 * def errors = shell 'journalctl -u nginx | grep -c error', readOnly: true, failedWhen: false
 * shell 'set -o pipefail; mysqldump shop | gzip > /srv/shop.sql.gz',
 *     executable: '/bin/bash', creates: '/srv/shop.sql.gz'
 * }</pre>
 *
 * @param cmd the text
 * @param chdir directory to run in; {@code /} if not given
 * @param creates path or glob; if anything matches it, nothing is run
 * @param removes path or glob; if nothing matches it, nothing is run
 * @param executable path of the shell that reads the text; {@code /bin/sh} if not given
 * @param stdin text for standard input
 * @param stdinAddNewline whether to end {@code stdin} with a newline where it has none
 * @param stripEmptyEnds whether to drop line ends at the end of stdout and stderr
 * @param readOnly says that the text only looks: it runs in check mode too and changes nothing
 * @param exposeSecrets lets secrets stand in arguments of programs, where every user of the host
 *     can read them while the program runs; by default that is an error
 */
@Lacks(value = "warn", instead = "there are no such warnings")
@Lacks(value = "freeForm", instead = "the command is the first value, without a name")
public record Shell(
    String cmd,
    Optional<String> chdir,
    Optional<String> creates,
    Optional<String> removes,
    Optional<String> executable,
    Optional<String> stdin,
    @Default("true") boolean stdinAddNewline,
    @Default("true") boolean stripEmptyEnds,
    @Default("false") boolean readOnly,
    @Default("false") boolean exposeSecrets)
    implements Detachable {

  @Override
  public Plan plan(Host host) {
    if (cmd.isBlank()) {
      throw new PlanException("shell has nothing to run", "for example: shell 'uptime | wc -c'");
    }
    boolean sh = executable.isEmpty() || executable.get().endsWith("sh");
    if (sh && !exposeSecrets) {
      new Exposure(host).refuse(cmd);
    }
    return new Execution(
            cmd,
            "run " + label(),
            executable.isPresent() ? OtherShell.reading(cmd, executable.get()) : cmd,
            chdir,
            creates,
            removes,
            Input.bytes(stdin, stdinAddNewline),
            stripEmptyEnds,
            readOnly)
        .plan(host);
  }

  @Override
  public String label() {
    return Execution.brief(cmd.strip());
  }
}
