package kit.modules.commands;

import java.util.List;
import java.util.Optional;
import kit.spi.Host;
import kit.spi.PlanException;

/**
 * Refuses commands that would show a secret to every user of the host: arguments of programs stand
 * in the process list.
 */
record Exposure(Host host) {

  /** Looks at a program with its arguments. */
  void refuse(List<String> words) {
    for (String word : words) {
      Optional<String> from = host.secret(word);
      if (from.isPresent()) {
        throw refusal(words.get(0), from.get());
      }
    }
  }

  /** Looks at the programs that a text for the shell starts. What the shell does itself is safe. */
  void refuse(String script) {
    String unquoted = script.replace("'\\''", "'");
    if (host.secret(script).isEmpty() && host.secret(unquoted).isEmpty()) {
      return;
    }
    for (List<String> command : ShellCommands.of(script)) {
      refuse(command);
    }
  }

  private PlanException refusal(String program, String from) {
    boolean hidden = host.secret(program).isPresent();
    return new PlanException(
        (hidden ? "this command" : "'" + program + "'")
            + " would get a secret as an argument, which every user of the host can read"
            + (from.isEmpty() ? "" : " (the secret of " + from + ")"),
        "give it by stdin: or in a file of mode 0600, or say exposeSecrets: true");
  }
}
