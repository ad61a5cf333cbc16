package kit.modules.commands;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.query.CommandWords;
import kit.spi.Default;
import kit.spi.Detachable;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * Runs a program with its arguments, without a shell: no variables, pipes, globs or redirections.
 *
 * <p>Counts as changed whenever it runs, unless {@code readOnly} is given or {@code changedWhen}
 * says otherwise; an exit status other than 0 is a failure. The program's standard input is empty.
 * The result has {@code rc, stdout, stderr, stdoutLines, stderrLines, cmd}. The words can be seen
 * in the process list of the host, so a secret among them is an error: give it by {@code stdin}.
 *
 * <pre>{@code
 * command 'make install', chdir: '/usr/src/tool', creates: '/usr/local/bin/tool'
 * def test = command 'nginx -t', readOnly: true, failedWhen: false
 * command argv: ['touch', '/tmp/a name with blanks'], creates: '/tmp/a name with blanks'
 * }</pre>
 *
 * @param cmd the program and its arguments in one text, split at blanks outside of quotes
 * @param argv the program and its arguments as a list of words, in place of {@code cmd}
 * @param chdir directory to run in; {@code /} if not given
 * @param creates path or glob; if anything matches it, nothing is run
 * @param removes path or glob; if nothing matches it, nothing is run
 * @param stdin text that the program reads from its standard input
 * @param stdinAddNewline whether to end {@code stdin} with a newline where it has none
 * @param stripEmptyEnds whether to drop line ends at the end of stdout and stderr
 * @param readOnly says that the program only looks: it runs in check mode too and changes nothing
 * @param exposeSecrets lets secrets stand in arguments of programs, where every user of the host
 *     can read them while the program runs; by default that is an error
 */
@Lacks(value = "warn", instead = "there are no such warnings")
@Lacks(value = "freeForm", instead = "the command is the first value, without a name")
public record Command(
    Optional<String> cmd,
    List<String> argv,
    Optional<String> chdir,
    Optional<String> creates,
    Optional<String> removes,
    Optional<String> stdin,
    @Default("true") boolean stdinAddNewline,
    @Default("true") boolean stripEmptyEnds,
    @Default("false") boolean readOnly,
    @Default("false") boolean exposeSecrets)
    implements Detachable {

  /** Words that no program of that name could replace: each changes only the shell itself. */
  private static final Set<String> SHELL_WORDS =
      Set.of(
          ".", "alias", "cd", "eval", "exec", "exit", "export", "local", "read", "return", "set",
          "shift", "source", "trap", "ulimit", "umask", "unset", "wait");

  @Override
  public Plan plan(Host host) {
    List<String> words = words();
    if (SHELL_WORDS.contains(words.get(0))) {
      throw new PlanException(
          "'" + words.get(0) + "' is a word of the shell, not a program",
          words.get(0).equals("cd") ? "chdir: names the directory" : "use shell");
    }
    if (!exposeSecrets) {
      new Exposure(host).refuse(words);
    }
    return new Execution(
            words,
            "run " + label(),
            line(words),
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
    return Execution.brief(cmd.orElseGet(() -> String.join(" ", argv)));
  }

  private List<String> words() {
    if (cmd.isPresent() && !argv.isEmpty()) {
      throw new PlanException("command takes cmd or argv, not both", "");
    }
    List<String> words = cmd.isPresent() ? CommandWords.split(cmd.get()) : argv;
    for (String word : words) {
      Execution.noNul(word);
    }
    if (words.isEmpty()) {
      throw new PlanException("command has nothing to run", "for example: command 'nginx -t'");
    }
    return words;
  }

  /** The first word is always in quotes, so that it is no keyword of the shell. */
  private static String line(List<String> words) {
    String first = words.get(0);
    String quoted = Sh.quote(first);
    String program = quoted.equals(first) ? "'" + first + "'" : quoted;
    return words.size() == 1 ? program : program + " " + Sh.quote(words.subList(1, words.size()));
  }
}
