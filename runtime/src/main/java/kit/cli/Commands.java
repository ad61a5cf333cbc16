package kit.cli;

import java.util.List;
import java.util.Optional;
import kit.cli.terminal.Command;
import kit.cli.vault.VaultCommand;

/** The commands by name, in the order of the help. */
final class Commands {

  static final List<String> NAMES =
      List.of(
          "run",
          "check",
          "repl",
          "do",
          "sh",
          "facts",
          "inventory",
          "why",
          "vault",
          "doc",
          "role",
          "render",
          "init",
          "doctor",
          "completion",
          "version",
          WarmCommand.NAME);

  private Commands() {}

  static Optional<Command> find(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "run" -> new RunCommand(false);
          case "check" -> new RunCommand(true);
          case "repl" -> new ReplCommand();
          case "do" -> new DoCommand();
          case "sh" -> new ShellCommand();
          case "facts" -> new FactsCommand();
          case "inventory" -> new InventoryCommand();
          case "why" -> new WhyCommand();
          case "vault" -> new VaultCommand();
          case "doc" -> new DocCommand();
          case "render" -> new RenderCommand();
          case "role" -> new RoleCommand();
          case "init" -> new InitCommand();
          case "doctor" -> new DoctorCommand();
          case "completion" -> new CompletionCommand();
          case "version" -> new VersionCommand();
          case WarmCommand.NAME -> new WarmCommand();
          default -> null;
        });
  }
}
