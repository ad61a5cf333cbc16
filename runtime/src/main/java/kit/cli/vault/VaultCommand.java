package kit.cli.vault;

import java.util.List;
import java.util.Optional;
import kit.cli.terminal.Command;
import kit.cli.terminal.Family;
import kit.cli.terminal.Words;
import picocli.CommandLine.Model.CommandSpec;

/** {@code kit vault}: keeps secrets in files, in ansible-vault's format and words. */
public final class VaultCommand implements Family {

  private static final List<String> MEMBERS =
      List.of(
          "create",
          "edit",
          "view",
          "encrypt",
          "decrypt",
          "rekey",
          "encrypt-string",
          "set",
          "get",
          "ls",
          "gen-password");

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("vault", "Keeps secrets in files, as ansible-vault does.");
    spec.usageMessage()
        .customSynopsis("kit vault COMMAND [OPTIONS]")
        .footer("", "'kit vault COMMAND --help' shows the options of a command.");
    return spec;
  }

  @Override
  public String name() {
    return "vault";
  }

  @Override
  public List<String> members() {
    return MEMBERS;
  }

  @Override
  public Optional<Command> member(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "create" -> new VaultEdit(true);
          case "edit" -> new VaultEdit(false);
          case "view" -> new VaultView();
          case "encrypt" -> new VaultEncrypt();
          case "decrypt" -> new VaultDecrypt();
          case "rekey" -> new VaultRekey();
          case "encrypt-string", "encrypt_string" -> new VaultStrings();
          case "set" -> new VaultSet();
          case "get" -> new VaultGet();
          case "ls" -> new VaultList();
          case "gen-password" -> new VaultPassword();
          default -> null;
        });
  }
}
