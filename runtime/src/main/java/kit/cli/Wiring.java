package kit.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kit.catalog.ModuleCatalog;
import kit.engine.FileIntents;
import kit.engine.HostSummary;
import kit.engine.Intents;
import kit.engine.Listener;
import kit.engine.Run;
import kit.engine.Settings;
import kit.inventory.HostPattern;
import kit.inventory.Inventory;
import kit.inventory.InventoryLoader;
import kit.inventory.Limit;
import kit.inventory.NoHostsException;
import kit.model.Become;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Play;
import kit.model.Playbook;
import kit.model.Problem;
import kit.model.Question;
import kit.preflight.Chosen;
import kit.preflight.Preflight;
import kit.project.Project;
import kit.project.RoleData;
import kit.role.RoleDocuments;
import kit.role.Roles;
import kit.script.LoadedPlaybook;
import kit.script.PlaybookCheck;
import kit.script.PlaybookLoader;
import kit.shell.Connections;
import kit.target.Targets;
import kit.template.Inspection;
import kit.template.Templates;
import kit.transport.Endpoint;
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
  private Vault vault;
  private final ModuleCatalog catalog = ModuleCatalog.load(Wiring.class.getClassLoader());
  private Templates templates;

  Wiring(Screen screen) {
    this.screen = screen;
  }

  Inventory inventory(InventoryOptions options) {
    return new InventoryLoader(vault(options)).load(options.sources());
  }

  /** Decrypts what is vaulted; one for a run, so that passwords are fetched once. */
  private Vault vault(InventoryOptions options) {
    if (vault == null) {
      vault = options.vault().vault(screen);
    }
    return vault;
  }

  /** The plays of a playbook, which may hold mistakes. */
  List<Play> plays(Path file, Variables variables) {
    return read(List.of(), file, Optional.of(variables)).playbook().plays();
  }

  /** The hosts of a play that an inventory holds. */
  static List<String> hosts(Play play, Inventory inventory) {
    return HostPattern.of(play.hosts(), play.location()).match(inventory);
  }

  /**
   * Looks for mistakes and contacts nothing.
   *
   * @return what is no mistake but should be known
   */
  List<Problem> check(RunRequest request, Path file) {
    Mistakes mistakes = new Mistakes();
    Optional<Variables> variables = mistakes.in(() -> variables(request, folder(file)));
    LoadedPlaybook loaded = load(request, file, variables, mistakes);
    Variables known = variables.orElseThrow();
    refuseMistakes(
        loaded, project(request, known, folder(file), nobody(), growing(loaded)), request);
    List<Problem> warnings = new ArrayList<>();
    for (String warning : known.warnings()) {
      warnings.add(Warning.of(warning));
    }
    return warnings;
  }

  /** Tells what a playbook holds; contacts nothing. */
  void outline(RunRequest request, Path file, Outline outline) {
    Variables variables = variables(request, folder(file));
    LoadedPlaybook loaded = read(request, file, variables);
    Project project = project(request, variables, folder(file), nobody(), growing(loaded));
    refuseMistakes(loaded, project, request);
    Set<String> tags = new LinkedHashSet<>();
    loaded.index().tags().forEach(tag -> tags.add(tag.name()));
    for (Play play : loaded.playbook().plays()) {
      outline.play(play, project.hosts(play), settings(request), screen.out);
      tags.addAll(play.options().tags());
      play.tasks().forEach(task -> tags.addAll(task.options().tags()));
    }
    outline.tags(tags, screen.out);
  }

  /** Carries a playbook out. */
  Map<String, HostSummary> run(
      RunRequest request, Course course, Path file, Report report, Interruption interruption) {
    HeadStart start = HeadStart.of(request.inventory());
    Mistakes mistakes = new Mistakes();
    Optional<Variables> read = mistakes.in(() -> variables(request, folder(file)));
    start.awaitGroovy();
    LoadedPlaybook loaded = load(request, file, read, mistakes);
    Variables variables = read.orElseThrow();
    Interview interview = new Interview(Prompt.ofUser(), report, screen);
    Project project = project(request, variables, folder(file), interview::ask, growing(loaded));
    refuseMistakes(loaded, project, request);
    refuseNoHosts(loaded.playbook(), project, request.inventory());
    if (!loaded.index().questions().isEmpty()) {
      interview.refuseUnanswered(loaded.index(), project.names(loaded.playbook()));
    }
    Playbook answered = interview.answered(loaded.playbook(), variables.extra());
    Playbook playbook = course.of(answered, settings(request), report);
    Intents intents = new FileIntents(state(file));
    return run(request, playbook, variables, project, intents, report, interruption);
  }

  /** Reads a playbook; what is wrong with it is told together with what was wrong before. */
  private LoadedPlaybook load(
      RunRequest request, Path file, Optional<Variables> variables, Mistakes mistakes) {
    List<Path> path = request.play().rolesPath();
    Optional<LoadedPlaybook> loaded = mistakes.in(() -> read(path, file, variables));
    if (variables.isEmpty() && loaded.isPresent()) {
      mistakes.add(new PlaybookCheck(catalog).check(loaded.get(), Set.of(), false));
    }
    mistakes.refuse();
    return loaded.orElseThrow();
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
    refuseNoHosts(playbook, project, request.inventory());
    Intents intents = new FileIntents(state(here)).readOnly();
    return run(request, playbook, variables, project, intents, listener, interruption);
  }

  private Map<String, HostSummary> run(
      RunRequest request,
      Playbook playbook,
      Variables variables,
      Project project,
      Intents intents,
      Listener listener,
      Interruption interruption) {
    Optional<Stopwatch> watch =
        listener instanceof Report report ? report.profile().map(Stopwatch::new) : Optional.empty();
    try (Targets targets = targets(request, variables, watch)) {
      Run run = new Run(settings(request), project, targets, intents, listener);
      interruption.stops(run::interrupt);
      Map<String, HostSummary> hosts = run.execute(playbook);
      for (String warning : variables.warnings()) {
        screen.err.line("warning: " + warning);
      }
      return hosts;
    }
  }

  private Targets targets(RunRequest request, Variables variables, Optional<Stopwatch> watch) {
    Passwords passwords = new Passwords(screen);
    kit.transport.Settings settings = passwords.settings(request.connection());
    Endpoints endpoints = new Endpoints(host -> variables.host(host).published(), settings);
    Transports transports =
        new Transports(() -> new SshTransport(settings.asker()), LocalTransport::new);
    Function<String, Endpoint> hiding = passwords.hiding(endpoints::of);
    return watch.isEmpty()
        ? new Connections(hiding, transports)
        : watch.get().timed(new Connections(hiding, watch.get().timed(transports)));
  }

  private Variables variables(RunRequest request, Path folder) {
    return variables(request.inventory(), request.play().extraVars(), folder);
  }

  /**
   * The variables of all hosts.
   *
   * @param extra what {@code -e} says
   * @param folder where the playbook is
   */
  Variables variables(InventoryOptions options, List<String> extra, Path folder) {
    return new Variables(
        inventory(options),
        Optional.of(folder),
        ExtraVars.parse(extra, vault(options)),
        vault(options),
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

  private void refuseMistakes(LoadedPlaybook loaded, Project project, RunRequest request) {
    Path folder = folder(loaded.playbook().file());
    Chosen chosen = new Chosen(request.play().tags(), request.play().skipTags());
    Inspection inspection = new Inspection(templates(folder), folder);
    List<Problem> problems =
        new Preflight(catalog, inspection, Caches.notes(screen)).problems(loaded, project, chosen);
    if (problems.isEmpty() && !loaded.index().roles().isEmpty()) {
      problems = project.wrongParameters(loaded.playbook(), loaded.roles());
    }
    boolean hosts = !problems.isEmpty();
    for (Problem problem : problems) {
      hosts &= problem.kind() == Mistake.UNKNOWN_HOST;
    }
    if (!problems.isEmpty()) {
      throw hosts ? new NoHostsException(problems) : new KitException(problems);
    }
  }

  /** A pattern that matches no host is a mistake, unless other plays have hosts. */
  private static void refuseNoHosts(
      Playbook playbook, Project project, InventoryOptions inventory) {
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
            inventory.sources().isEmpty()
                ? "say with -i where the hosts are; without it there is only localhost"
                : "'kit inventory list' shows the hosts"));
  }

  private LoadedPlaybook read(RunRequest request, Path file, Variables variables) {
    return read(request.play().rolesPath(), file, Optional.of(variables));
  }

  private LoadedPlaybook read(List<Path> rolesPath, Path file, Optional<Variables> variables) {
    return new PlaybookLoader(
            catalog, Caches.classes(screen), playbook -> roles(rolesPath, playbook, variables))
        .read(file);
  }

  private Roles roles(List<Path> rolesPath, Path playbook, Optional<Variables> variables) {
    Path home = Path.of(System.getProperty("user.home"));
    List<Path> more = new ArrayList<>(rolesPath);
    more.addAll(screen.config().rolesPath());
    List<Path> folders = Roles.path(folder(playbook), more, home);
    return new Roles(
        folders, variables.<RoleDocuments>map(RoleData::new).orElseGet(RoleManual::documents));
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
  Templates templates(Path folder) {
    if (templates == null) {
      templates = new Templates(folder, vault);
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
