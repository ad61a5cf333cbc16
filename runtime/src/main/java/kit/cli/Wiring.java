package kit.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import kit.catalog.ModuleCatalog;
import kit.catalog.ModuleType;
import kit.cli.option.ConnectionOptions;
import kit.cli.option.InventoryOptions;
import kit.cli.option.PlayOptions;
import kit.cli.option.RunRequest;
import kit.cli.terminal.Prompt;
import kit.cli.terminal.Screen;
import kit.engine.Debugger;
import kit.engine.FileIntents;
import kit.engine.HostSummary;
import kit.engine.Intents;
import kit.engine.Listener;
import kit.engine.Run;
import kit.engine.Settings;
import kit.inventory.HostPattern;
import kit.inventory.Inventory;
import kit.inventory.Limit;
import kit.inventory.NoHostsException;
import kit.model.Become;
import kit.model.KitException;
import kit.model.Mistake;
import kit.model.Play;
import kit.model.Playbook;
import kit.model.Problem;
import kit.model.Question;
import kit.preflight.Chosen;
import kit.preflight.Preflight;
import kit.project.Project;
import kit.repl.Stage;
import kit.report.Style;
import kit.script.LoadedPlaybook;
import kit.script.PlaybookLoader;
import kit.selection.FactSource;
import kit.selection.Selection;
import kit.target.Targets;
import kit.template.Inspection;
import kit.vars.Variables;

/** Puts the parts of a run together. */
final class Wiring {

  /** A call that says nothing else may take this long. */
  private static final Duration CALL = Duration.ofMinutes(30);

  private final Screen screen;
  private final Ground ground;
  private final Ways ways;
  private final Playbooks playbooks;
  private final ModuleCatalog catalog = ModuleCatalog.load(Wiring.class.getClassLoader());
  private Variables known;
  private Optional<Targets> open = Optional.empty();

  Wiring(Screen screen) {
    this.screen = screen;
    this.ground = new Ground(screen);
    this.ways = new Ways(screen);
    this.playbooks = new Playbooks(screen, catalog);
  }

  Ground ground() {
    return ground;
  }

  /** Uses open connections; only what it does over them ends with it. */
  Wiring over(Targets targets) {
    open = Optional.of(targets);
    return this;
  }

  /** What an interactive session stands on. */
  Stage stage(RunRequest request, boolean plain, Path history, Stage.Commands commands) {
    HeadStart start = HeadStart.of(request.inventory());
    Path here = Path.of("");
    Variables variables = known(request);
    start.awaitGroovy();
    return new Stage(
        project(request, variables, here, nobody(), true, asking(request, variables, stop -> {})),
        variables,
        catalog,
        playbooks.typed(request, variables),
        ways.connections(request, variables, Optional.empty()),
        settings(request),
        screen.out,
        plain ? Style.PLAIN : screen.style(),
        screen.columns(),
        screen.live(),
        history,
        commands);
  }

  Variables known(RunRequest request) {
    if (known == null) {
      known = ground.variables(request, Path.of(""));
    }
    return known;
  }

  /** The plays of a playbook, which may hold mistakes. */
  List<Play> plays(Path file, Variables variables) {
    return playbooks.read(List.of(), file, Optional.of(variables)).playbook().plays();
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
    Optional<Variables> variables =
        mistakes.in(
            () -> ground.quietly(request.inventory(), request.play().extraVars(), folder(file)));
    LoadedPlaybook loaded = playbooks.load(request, file, variables, false, mistakes);
    Variables known = variables.orElseThrow();
    refuseMistakes(
        loaded,
        project(request, known, folder(file), nobody(), growing(loaded), FactSource.NONE),
        request);
    List<Problem> warnings = new ArrayList<>();
    List<String> all = new ArrayList<>(known.inventory().warnings());
    all.addAll(known.warnings());
    for (String warning : all) {
      warnings.add(Warning.of(warning));
    }
    return warnings;
  }

  /** Tells what a playbook holds; contacts nothing. */
  void outline(RunRequest request, Path file, Outline outline) {
    Variables variables = ground.variables(request, folder(file));
    LoadedPlaybook loaded =
        playbooks.read(request.play().rolesPath(), file, Optional.of(variables));
    Project project =
        project(request, variables, folder(file), nobody(), growing(loaded), FactSource.NONE);
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
    Optional<Variables> read = mistakes.in(() -> ground.variables(request, folder(file)));
    start.awaitGroovy();
    LoadedPlaybook loaded = playbooks.load(request, file, read, course.debug(), mistakes);
    Variables variables = read.orElseThrow();
    Interview interview = new Interview(Prompt.ofUser(), report, screen);
    FactSource facts = asking(request, variables, interruption::stops);
    Project project =
        project(request, variables, folder(file), interview::ask, growing(loaded), facts);
    refuseMistakes(loaded, project, request);
    Fleet.refuseNone(loaded.playbook(), project, request.inventory());
    if (!loaded.index().questions().isEmpty()) {
      interview.refuseUnanswered(loaded.index(), project.names(loaded.playbook()));
    }
    Playbook answered = interview.answered(loaded.playbook(), variables.extra());
    Playbook playbook = course.of(answered, settings(request), report);
    Intents intents = new FileIntents(state(file));
    Optional<Debugger> debugger = Optional.empty();
    if (open.isEmpty()) {
      PlaybookLoader typed = playbooks.typed(request, variables);
      debugger = LateDebugger.of(course.debug(), typed, catalog, report, screen);
    }
    return run(request, playbook, variables, project, intents, report, debugger, interruption);
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
    Variables variables = ground.variables(request, here);
    FactSource facts = asking(request, variables, interruption::stops);
    Project project = project(request, variables, here, nobody(), false, facts);
    Fleet.refuseNone(playbook, project, request.inventory());
    Intents intents = new FileIntents(state(here)).readOnly();
    return run(
        request, playbook, variables, project, intents, listener, Optional.empty(), interruption);
  }

  /** A module by its name; an unknown one is an error. */
  ModuleType module(String name) {
    return catalog
        .find(name)
        .orElseThrow(() -> new KitException(DoWords.unknown(name, catalog.names())));
  }

  /** Hosts for what needs no playbook. */
  Fleet fleet(ChosenHosts chosen) {
    RunRequest request = chosen.request();
    Path here = Path.of("");
    Variables variables = ground.variables(request, here);
    FactSource facts = asking(request, variables, stop -> {});
    Project project = project(request, variables, here, nobody(), false, facts);
    Play play = Fleet.play("", chosen.pattern(), session -> {});
    Fleet.refuseNone(new Playbook(here, List.of(play)), project, request.inventory());
    List<String> hosts = project.enter(play);
    return new Fleet(hosts, project, variables, ways.targets(request, variables, Optional.empty()));
  }

  private Map<String, HostSummary> run(
      RunRequest request,
      Playbook playbook,
      Variables variables,
      Project project,
      Intents intents,
      Listener listener,
      Optional<Debugger> debugger,
      Interruption interruption) {
    Optional<Stopwatch> watch =
        listener instanceof Report report ? report.profile().map(Stopwatch::new) : Optional.empty();
    try (Targets targets = open.orElseGet(() -> ways.targets(request, variables, watch))) {
      Run run = new Run(settings(request), project, targets, intents, listener);
      debugger.ifPresent(run::debugged);
      interruption.stops(run::interrupt);
      Map<String, HostSummary> hosts = run.execute(playbook);
      for (String warning : variables.warnings()) {
        screen.err.line("warning: " + warning);
      }
      return hosts;
    }
  }

  /** Hosts chosen by expressions. */
  Selection selection(Variables variables, FactSource facts) {
    return new Selection(variables, catalog, facts);
  }

  /** Where the facts come from that expressions read: from the hosts, asked beforehand. */
  FactSource asking(RunRequest request, Variables variables, Consumer<Runnable> stops) {
    RunRequest all = request.unlimited();
    Path here = Path.of("");
    return ways.asking(
        all,
        variables,
        settings(all),
        () -> project(all, variables, here, nobody(), false, FactSource.NONE),
        stops);
  }

  private Project project(
      RunRequest request,
      Variables variables,
      Path folder,
      Function<Question, String> asker,
      boolean growing,
      FactSource facts) {
    ConnectionOptions connection = request.connection();
    Optional<Become> become = Optional.empty();
    if (connection.become()) {
      String user = connection.becomeUser().isEmpty() ? "root" : connection.becomeUser();
      become = Optional.of(new Become(user, "sudo"));
    }
    return new Project(
        variables,
        ground.templates(folder),
        folder,
        limit(request.inventory(), variables, facts),
        become,
        request.play().check(),
        Prompt.ofUser()::answer,
        asker,
        () -> ground.again(request, variables),
        growing);
  }

  private Limit limit(InventoryOptions said, Variables variables, FactSource facts) {
    if (said.limit().isEmpty() && said.chosen().isEmpty()) {
      return Limit.none();
    }
    Selection selection = selection(variables, facts);
    Limit limit = Limit.of(said.limit(), selection);
    return said.chosen().isEmpty() ? limit : limit.and(said.chosen(), selection);
  }

  private void refuseMistakes(LoadedPlaybook loaded, Project project, RunRequest request) {
    Path folder = folder(loaded.playbook().file());
    Chosen chosen = new Chosen(request.play().tags(), request.play().skipTags());
    Inspection inspection = new Inspection(ground.templates(folder), folder);
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

  static Settings settings(RunRequest request) {
    PlayOptions play = request.play();
    return new Settings(
        play.check(),
        request.connection().forks(),
        Set.copyOf(play.tags()),
        Set.copyOf(play.skipTags()),
        CALL);
  }

  static Path folder(Path playbook) {
    Path folder = playbook.getParent();
    return folder == null ? Path.of("") : folder;
  }

  private static Path state(Path playbook) {
    return folder(playbook).resolve(".kit");
  }
}
