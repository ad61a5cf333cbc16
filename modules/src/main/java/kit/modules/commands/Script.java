package kit.modules.commands;

import java.util.List;
import java.util.Optional;
import kit.query.CommandWords;
import kit.spi.Default;
import kit.spi.Detachable;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Source;

/**
 * Runs a script of the controller on the host. The first line says what reads it, as usual ({@code
 * #!/usr/bin/python3}); without such a line it is {@code sh}.
 *
 * <p>The script is not stored on the host: its interpreter reads it from a pipe, so it may hold
 * secrets, runs where no file may be executed, and finds {@code /dev/fd/9} as its own name. Its
 * standard input is empty. Counts as changed whenever it runs, unless {@code readOnly} is given or
 * {@code changedWhen} says otherwise; an exit status other than 0 is a failure. The result has
 * {@code rc, stdout, stderr, stdoutLines, stderrLines, cmd}.
 *
 * <pre>{@code
 * script 'install-tool.sh --prefix /usr/local', creates: '/usr/local/bin/tool'
 * script 'report.py', executable: 'python3 -u', readOnly: true
 * }</pre>
 *
 * @param cmd name of the script, looked for in {@code files/} of the role and beside the playbook,
 *     and its arguments, split at blanks outside of quotes; the arguments can be seen in the
 *     process list of the host
 * @param chdir directory to run in; {@code /} if not given
 * @param creates path or glob; if anything matches it, nothing is run
 * @param removes path or glob; if nothing matches it, nothing is run
 * @param executable program that reads the script, with its own arguments, in place of what the
 *     script's first line says
 * @param readOnly says that the script only looks: it runs in check mode too and changes nothing
 * @param exposeSecrets lets secrets stand in arguments of programs, where every user of the host
 *     can read them while the program runs; by default that is an error
 */
@Lacks(value = "decrypt", instead = "a vaulted script is always decrypted")
@Lacks(value = "freeForm", instead = "the script is the first value, without a name")
public record Script(
    String cmd,
    Optional<String> chdir,
    Optional<String> creates,
    Optional<String> removes,
    Optional<String> executable,
    @Default("false") boolean readOnly,
    @Default("false") boolean exposeSecrets)
    implements Detachable {

  @Override
  public String label() {
    return Execution.brief(cmd);
  }

  @Override
  public Plan plan(Host host) {
    List<String> words = CommandWords.split(cmd);
    if (words.isEmpty()) {
      throw new PlanException("script has nothing to run", "for example: script 'setup.sh --all'");
    }
    for (String word : words) {
      Execution.noNul(word);
    }
    Source source = host.source("files", words.get(0));
    List<String> arguments = words.subList(1, words.size());
    if (!exposeSecrets) {
      new Exposure(host).refuse(words);
    }
    return new Execution(
            cmd,
            "run " + label(),
            Interpreter.of(source, executable).line(arguments),
            chdir,
            creates,
            removes,
            Optional.of(source.bytes()),
            true,
            readOnly)
        .plan(host);
  }
}
