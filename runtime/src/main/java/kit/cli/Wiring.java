package kit.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kit.catalog.ModuleCatalog;
import kit.engine.FileIntents;
import kit.engine.HostSummary;
import kit.engine.Listener;
import kit.engine.Run;
import kit.engine.Settings;
import kit.inventory.Inventory;
import kit.inventory.InventoryLoader;
import kit.inventory.Limit;
import kit.inventory.NoHostsException;
import kit.model.Become;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Play;
import kit.model.Playbook;
import kit.model.Problem;
import kit.model.Question;
import kit.project.Project;
import kit.project.RoleData;
import kit.role.Roles;
import kit.script.LoadedPlaybook;
import kit.script.PlaybookCheck;
import kit.script.PlaybookLoader;
import kit.shell.Connections;
import kit.target.Targets;
import kit.template.Templates;
import kit.transport.Endpoints;
import kit.transport.Transports;
import kit.transport.local.LocalTransport;
import kit.transport.ssh.SshTransport;
import kit.vars.ExtraVars;
import kit.vars.Variables;
import kit.vault.Vault;

/** Puts the parts of a run together. */
final class Wiring {

  /** A call that says nothing else may take this long. */
  private static final Duration CALL = Duration.ofMinutes(30);

  private final Screen screen;
  private final Vault vault = new Vault(List.of());
  private final ModuleCatalog catalog = ModuleCatalog.load(Wiring.class.getClassLoader());
  private Templates templates;

  Wiring(Screen screen) {
    this.screen = screen;
  }

  Inventory inventory(InventoryOptions options) {
    return new InventoryLoader(vault).load(options.sources());
  }

  /** Looks for mistakes and contacts nothing. */
  void check(RunRequest request, Path file) {
    Variables variables = variables(request, folder(file));
    LoadedPlaybook loaded = read(request, file, variables);
    refuseMistakes(loaded, project(request, variables, folder(file), nobody(), growing(loaded)));
  }

  /** Carries a playbook out. */
  Map<String, HostSummary> run(
      RunRequest request, Path file, Report report, Interruption interruption) {
    HeadStart start = HeadStart.of(request.inventory());
    Variables variables = variables(request, folder(file));
    start.awaitGroovy();
    LoadedPlaybook loaded = read(request, file, variables);
    Interview interview = new Interview(Prompt.ofUser(), report, screen);
    Project project = project(request, variables, folder(file), interview::ask, growing(loaded));
    refuseMistakes(loaded, project);
    refuseNoHosts(loaded.playbook(), project);
    if (!loaded.index().questions().isEmpty()) {
      interview.refuseUnanswered(loaded.index(), project.names(loaded.playbook()));
    }
    Playbook playbook = interview.answered(loaded.playbook(), variables.extra());
    return run(request, playbook, variables, project, report, interruption);
  }

  /** Whether later plays have hosts that are not there yet. */
  private static boolean growing(LoadedPlaybook loaded) {
    return loaded.index().growing();
  }

  private static Function<Question, String> nobody() {
    return question -> {
      throw new KitException(
          new Problem(question.location(), "nobody can be asked", "use kit run"));
    };
  }

  /** Carries out a playbook that no file holds. */
  Map<String, HostSummary> run(
      RunRequest request, Playbook playbook, Listener listener, Interruption interruption) {
    Path here = Path.of("");
    Variables variables = variables(request, here);
    Project project = project(request, variables, here, nobody(), false);
    refuseNoHosts(playbook, project);
    return run(request, playbook, variables, project, listener, interruption);
  }

  private Map<String, HostSummary> run(
      RunRequest request,
      Playbook playbook,
      Variables variables,
      Project project,
      Listener listener,
      Interruption interruption) {
    try (Targets targets = targets(request, variables)) {
      FileIntents intents = new FileIntents(state(playbook.file()));
      Run run = new Run(settings(request), project, targets, intents, listener);
      interruption.stops(run::interrupt);
      Map<String, HostSummary> hosts = run.execute(playbook);
      for (String warning : variables.warnings()) {
        screen.err.line("warning: " + warning);
      }
      return hosts;
    }
  }

  private Targets targets(RunRequest request, Variables variables) {
    Passwords passwords = new Passwords(screen);
    kit.transport.Settings settings = passwords.settings(request.connection());
    Endpoints endpoints = new Endpoints(host -> variables.host(host).published(), settings);
    Transports transports =
        new Transports(() -> new SshTransport(settings.asker()), LocalTransport::new);
    return new Connections(passwords.hiding(endpoints::of), transports);
  }

  private Variables variables(RunRequest request, Path folder) {
    return new Variables(
        inventory(request.inventory()),
        Optional.of(folder),
        ExtraVars.parse(request.play().extraVars(), vault),
        vault,
        templates(folder));
  }

  private Project project(
      RunRequest request,
      Variables variables,
      Path folder,
      Function<Question, String> asker,
      boolean growing) {
    String limit = request.inventory().limit();
    ConnectionOptions connection = request.connection();
    Optional<Become> become = Optional.empty();
    if (connection.become()) {
      String user = connection.becomeUser().isEmpty() ? "root" : connection.becomeUser();
      become = Optional.of(new Become(user, "sudo"));
    }
    return new Project(
        variables,
        templates(folder),
        folder,
        limit.isEmpty() ? Limit.none() : Limit.of(limit),
        become,
        request.play().check(),
        Prompt.ofUser()::answer,
        asker,
        growing);
  }

  private void refuseMistakes(LoadedPlaybook loaded, Project project) {
    List<Problem> problems = new ArrayList<>();
    Set<String> names = Set.of();
    boolean complete = true;
    if (!loaded.index().reads().isEmpty() || hasFiles(loaded.playbook())) {
      try {
        names = project.names(loaded.playbook());
      } catch (KitException e) {
        problems.addAll(e.problems());
        complete = false;
      }
    }
    problems.addAll(new PlaybookCheck(catalog).check(loaded, names, complete));
    if (problems.isEmpty() && !loaded.index().roles().isEmpty()) {
      problems.addAll(project.wrongParameters(loaded.playbook(), loaded.roles()));
    }
    if (!problems.isEmpty()) {
      throw new KitException(problems);
    }
  }

  private static boolean hasFiles(Playbook playbook) {
    for (Play play : playbook.plays()) {
      if (!play.varsFiles().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** A pattern that matches no host is a mistake, unless other plays have hosts. */
  private static void refuseNoHosts(Playbook playbook, Project project) {
    List<String> patterns = new ArrayList<>();
    for (Play play : playbook.plays()) {
      if (!project.hosts(play).isEmpty()) {
        return;
      }
      patterns.addAll(play.hosts());
    }
    throw new NoHostsException(
        new Problem(
            playbook.plays().isEmpty() ? Location.NONE : playbook.plays().get(0).location(),
            "no host matches '" + String.join(", ", patterns) + "'",
            "'kit inventory list' shows the hosts"));
  }

  private LoadedPlaybook read(RunRequest request, Path file, Variables variables) {
    return new PlaybookLoader(
            catalog, Caches.classes(screen), playbook -> roles(request, playbook, variables))
        .read(file);
  }

  private static Roles roles(RunRequest request, Path playbook, Variables variables) {
    Path home = Path.of(System.getProperty("user.home"));
    List<Path> folders = Roles.path(folder(playbook), request.play().rolesPath(), home);
    return new Roles(folders, new RoleData(variables));
  }

  private static Settings settings(RunRequest request) {
    PlayOptions play = request.play();
    return new Settings(
        play.check(),
        request.connection().forks(),
        Set.copyOf(play.tags()),
        Set.copyOf(play.skipTags()),
        CALL);
  }

  /** One for a run, so that what several hosts render is read once. */
  private Templates templates(Path folder) {
    if (templates == null) {
      templates = new Templates(folder);
    }
    return templates;
  }

  private static Path folder(Path playbook) {
    Path folder = playbook.getParent();
    return folder == null ? Path.of("") : folder;
  }

  private static Path state(Path playbook) {
    return folder(playbook).resolve(".kit");
  }
}
