package kit.script.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.model.Handler;
import kit.model.HostSession;
import kit.model.KitException;
import kit.model.Options;
import kit.model.Problem;
import kit.model.Role;
import kit.role.RoleDependency;
import kit.script.language.Call;
import kit.script.scope.CompiledScript;
import kit.script.scope.Included;
import kit.script.scope.Within;

/** Carries a role out in a body: first what it builds upon, then itself. */
final class RoleRun {

  private final CompiledScript script;
  private final HostSession session;
  private final List<Path> open = new ArrayList<>();

  RoleRun(CompiledScript script, HostSession session) {
    this.script = script;
    this.session = session;
  }

  void run(Call call) {
    run(RoleUse.of(call, script, session.role()), Options.NONE, session.role(), true);
  }

  private Role run(RoleUse use, Options from, Optional<Role> user, boolean repeats) {
    if (open.contains(use.folder().folder())) {
      throw new KitException(
          new Problem(
              use.location(),
              "the role '" + use.folder().name() + "' builds upon itself",
              "take it out of meta/main of the roles that it builds upon"));
    }
    open.add(use.folder().folder());
    Options said = Within.of(from, use.options());
    List<Role> dependencies = new ArrayList<>();
    for (RoleDependency each : use.folder().meta().dependencies()) {
      RoleUse other = RoleUse.of(each, use.folder(), script, use.location());
      dependencies.add(run(other, Within.once(said), user, false));
    }
    Role role = use.role(use.folder().name(), Map.of(), dependencies, user, repeats);
    Options inside = Within.in(role, said);
    Included own = use.tasks().map(script.files()::included).orElse(Included.NOTHING);
    List<Handler> handlers = new ArrayList<>();
    use.handlers().ifPresent(file -> handlers.addAll(script.files().included(file).handlers()));
    handlers.addAll(own.handlers());
    handlers.forEach(each -> session.handler(Within.handler(inside, each)));
    session.block(
        use.folder().name(), use.location(), inside, () -> own.tasks().forEach(session::task));
    open.remove(use.folder().folder());
    return role;
  }
}
