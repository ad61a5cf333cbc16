package kit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.catalog.ModuleCatalog;
import kit.catalog.Suggestion;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Family;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit completion}: a script that completes commands, options and names in a shell. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh");

  /** Labels of arguments that are files. */
  private static final Set<String> FILES = Set.of("PLAYBOOK", "INVENTORY", "FILE", "DIRECTORY");

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("completion", "Prints a script that completes kit's words.");
    spec.usageMessage()
        .footer(
            "",
            "bash: kit completion bash > ~/.local/share/bash-completion/completions/kit",
            "zsh:  kit completion zsh > ~/.kit-completion; source ~/.kit-completion in ~/.zshrc");
    Words.argument(spec, "SHELL", "1", "bash or zsh.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    String shell = Words.argument(said);
    if (!SHELLS.contains(shell)) {
      throw new UsageException(
          "there is no completion for '" + shell + "'",
          Suggestion.hint(shell, SHELLS, "say: kit completion bash"));
    }
    // the same script for both: in zsh it loads what makes that understand bash's
    screen.out.write(AutoComplete.bash("kit", new CommandLine(all())));
    return Exit.OK;
  }

  private static CommandSpec all() {
    CommandSpec kit = CommandSpec.create().name("kit");
    for (String name : Commands.NAMES) {
      Optional<Command> command = Commands.find(name);
      if (command.isPresent() && !name.equals(WarmCommand.NAME)) {
        CommandSpec spec = filled(name, command.get().spec());
        if (command.get() instanceof Family family) {
          for (String member : family.members()) {
            family.member(member).ifPresent(its -> spec.addSubcommand(member, its.spec()));
          }
        }
        kit.addSubcommand(name, spec);
      }
    }
    return kit;
  }

  /** The same words with what can stand behind them. */
  private static CommandSpec filled(String name, CommandSpec spec) {
    for (OptionSpec option : List.copyOf(spec.options())) {
      OptionSpec.Builder made = OptionSpec.builder(option.names());
      if (FILES.contains(option.paramLabel())) {
        replace(spec, option, made.type(Path.class).arity("1").build());
      } else if (option.arity().max() == 0) {
        replace(spec, option, made.type(boolean.class).arity("0").build());
      }
    }
    for (PositionalParamSpec argument : List.copyOf(spec.positionalParameters())) {
      PositionalParamSpec.Builder made =
          PositionalParamSpec.builder().index(argument.index()).arity(argument.arity());
      List<String> candidates = candidates(name, argument.paramLabel());
      if (FILES.contains(argument.paramLabel())) {
        replace(spec, argument, made.type(Path.class).build());
      } else if (!candidates.isEmpty()) {
        replace(spec, argument, made.type(String.class).completionCandidates(candidates).build());
      }
    }
    return spec;
  }

  private static List<String> candidates(String command, String label) {
    return switch (label) {
      case "SHELL" -> SHELLS;
      case "VIEW" -> InventoryCommand.VIEWS;
      case "MODULE" ->
          command.equals("doc") || command.equals("do")
              ? List.copyOf(ModuleCatalog.load(CompletionCommand.class.getClassLoader()).names())
              : List.of();
      default -> List.of();
    };
  }

  private static void replace(CommandSpec spec, ArgSpec old, ArgSpec by) {
    spec.remove(old);
    spec.add(by);
  }
}
