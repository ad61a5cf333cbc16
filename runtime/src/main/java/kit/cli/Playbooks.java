package kit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.catalog.ModuleCatalog;
import kit.cli.option.RunRequest;
import kit.cli.terminal.Screen;
import kit.project.RoleData;
import kit.role.RoleDocuments;
import kit.role.Roles;
import kit.script.LoadedPlaybook;
import kit.script.PlaybookCheck;
import kit.script.PlaybookLoader;
import kit.vars.Variables;

/** Reads playbooks with the roles they name, from files and as they are typed. */
final class Playbooks {

  private final Screen screen;
  private final ModuleCatalog catalog;

  Playbooks(Screen screen, ModuleCatalog catalog) {
    this.screen = screen;
    this.catalog = catalog;
  }

  /**
   * Reads a playbook; what is wrong with it is told together with what was wrong before.
   *
   * @param debug whether somebody looks on
   */
  LoadedPlaybook load(
      RunRequest request,
      Path file,
      Optional<Variables> variables,
      boolean debug,
      Mistakes mistakes) {
    List<Path> path = request.play().rolesPath();
    Optional<LoadedPlaybook> loaded =
        mistakes.in(() -> loader(path, variables).watched(debug).read(file));
    if (variables.isEmpty() && loaded.isPresent()) {
      mistakes.add(new PlaybookCheck(catalog).check(loaded.get(), Set.of(), false));
    }
    mistakes.refuse();
    return loaded.orElseThrow();
  }

  /**
   * @param rolesPath where roles are looked for first
   */
  LoadedPlaybook read(List<Path> rolesPath, Path file, Optional<Variables> variables) {
    return loader(rolesPath, variables).read(file);
  }

  private PlaybookLoader loader(List<Path> rolesPath, Optional<Variables> variables) {
    return new PlaybookLoader(
        catalog, Caches.classes(screen), playbook -> roles(rolesPath, playbook, variables));
  }

  /** Compiles what is typed. */
  PlaybookLoader typed(RunRequest request, Variables variables) {
    List<Path> path = request.play().rolesPath();
    return new PlaybookLoader(
        catalog, Optional.empty(), file -> roles(path, file, Optional.of(variables)));
  }

  private Roles roles(List<Path> rolesPath, Path playbook, Optional<Variables> variables) {
    Path home = Path.of(System.getProperty("user.home"));
    List<Path> more = new ArrayList<>(rolesPath);
    more.addAll(screen.config().rolesPath());
    List<Path> folders = Roles.path(Wiring.folder(playbook), more, home);
    return new Roles(
        folders, variables.<RoleDocuments>map(RoleData::new).orElseGet(RoleManual::documents));
  }
}
