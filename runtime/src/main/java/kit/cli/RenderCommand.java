package kit.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kit.cli.option.InventoryOptions;
import kit.cli.option.PlayOptions;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import kit.data.DataFile;
import kit.model.Role;
import kit.role.Roles;
import kit.spi.Source;
import kit.spi.TemplateStyle;
import kit.vars.HostVars;
import kit.vars.RoleScope;
import kit.vars.Variables;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit render}: what a template gives, with the variables of a host and those said. */
final class RenderCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("render", "Prints what a template gives.");
    InventoryOptions.addSources(spec);
    PlayOptions.addExtraVars(spec);
    Words.text(spec, "HOST", "With the variables of this host.", "--host");
    Words.argument(spec, "TEMPLATE", "1", "A file; in a role it sees the role's variables too.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    Path file = Path.of(Words.argument(said));
    String host = Words.text(said, "--host");
    InventoryOptions inventory = InventoryOptions.of(said, screen);
    if (host.isEmpty() && !inventory.sources().isEmpty()) {
      throw new UsageException("on which host?", "say --host HOST");
    }
    Optional<Path> role = role(file);
    Path folder = role.map(RenderCommand::project).orElseGet(() -> project(file));
    Wiring wiring = new Wiring(screen);
    Variables variables = wiring.ground().variables(inventory, PlayOptions.extraVars(said), folder);
    HostVars vars = variables.host(host.isEmpty() ? "localhost" : host);
    role.ifPresent(
        its -> vars.enter(RoleScope.of(Role.plain(its), variables, new ConcurrentHashMap<>())));
    byte[] bytes = DataFile.bytes(file, file.toString());
    Source source = new Source(file.toString(), bytes, 0644, false);
    String text =
        wiring.ground().templates(folder).render(source, vars.captured(), TemplateStyle.ANSIBLE);
    screen.out.write(text);
    return Exit.OK;
  }

  /** The role whose {@code templates} the file is in. */
  private static Optional<Path> role(Path file) {
    for (Path at = file.toAbsolutePath().getParent(); at != null; at = at.getParent()) {
      if (at.endsWith("templates") && at.getParent() != null && Roles.isRole(at.getParent())) {
        boolean inside = at.getParent().getParent() != null;
        return inside && at.getParent().getParent().endsWith("roles")
            ? Optional.of(at.getParent())
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The directory that a template or the roles lie in. */
  private static Path project(Path file) {
    Path above = file.toAbsolutePath().getParent();
    return above.endsWith("templates") || above.endsWith("roles") ? above.getParent() : above;
  }
}
