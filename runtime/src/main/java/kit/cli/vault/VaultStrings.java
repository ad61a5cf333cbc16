package kit.cli.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kit.cli.option.VaultOptions;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Prompt;
import kit.cli.terminal.Screen;
import kit.cli.terminal.Words;
import kit.vault.Secret;
import kit.vault.Vault;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit vault encrypt-string}: makes {@code !vault} values for YAML files. */
public final class VaultStrings implements Command {

  private static final String INDENT = " ".repeat(10);

  /**
   * A text to encrypt.
   *
   * @param name what the value is called; empty for nothing
   */
  private record Given(String name, byte[] text) {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("encrypt-string", "Makes !vault values for YAML files.");
    VaultOptions.add(spec);
    VaultDesk.addSealing(spec);
    Words.texts(spec, "NAME", "Name of a value (repeatable).", "-n", "--name");
    Words.text(spec, "NAME", "Name of the value on standard input.", "--stdin-name");
    Words.flag(spec, "Ask for the value.", "-p", "--prompt");
    Words.flag(spec, "Show what is typed.", "--show-input");
    Words.text(spec, "FILE", "Write here.", "--output");
    Words.arguments(
        spec,
        "STRING",
        "Values ('-' for standard input); what stands here can be seen in the process list.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    VaultDesk desk = new VaultDesk(said, screen, true);
    Secret key = desk.sealing();
    StringBuilder out = new StringBuilder();
    for (Given given : given(said, desk)) {
      out.append(given.name().isEmpty() ? "" : given.name() + ": ").append("!vault |\n");
      for (String line : Vault.encrypt(given.text(), key).split("\n")) {
        out.append(INDENT).append(line).append('\n');
      }
    }
    byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
    String output = Words.text(said, "--output");
    if (output.isEmpty() || output.equals(VaultDesk.STANDARD)) {
      screen.out.bytes(bytes);
    } else {
      new kit.vault.SafeFile(java.nio.file.Path.of(output))
          .replace(bytes, kit.vault.SafeFile.same(bytes));
    }
    return Exit.OK;
  }

  private static List<Given> given(ParseResult said, VaultDesk desk) {
    List<String> names = Words.texts(said, "-n");
    List<String> strings = said.matchedPositionalValue(0, List.<String>of());
    String stdinName = Words.text(said, "--stdin-name");
    List<Given> given = new ArrayList<>();
    boolean asks = Words.flag(said, "-p");
    if (asks) {
      String name = names.isEmpty() ? "" : names.get(0);
      String what = name.isEmpty() ? "text to encrypt" : name;
      String text =
          Words.flag(said, "--show-input")
              ? Prompt.ofUser().ask(what, false, "use standard input")
              : desk.means().ask(what);
      given.add(new Given(name, text.getBytes(StandardCharsets.UTF_8)));
    }
    int named = asks ? 1 : 0;
    for (String text : strings) {
      boolean standard = text.equals(VaultDesk.STANDARD);
      String name =
          standard && !stdinName.isEmpty()
              ? stdinName
              : named < names.size() ? names.get(named++) : "";
      byte[] bytes =
          standard ? desk.read(VaultDesk.STANDARD) : text.getBytes(StandardCharsets.UTF_8);
      given.add(new Given(name, bytes));
    }
    if (given.isEmpty()) {
      String name = !stdinName.isEmpty() || names.isEmpty() ? stdinName : names.get(0);
      given.add(new Given(name, desk.read(VaultDesk.STANDARD)));
    }
    return given;
  }
}
