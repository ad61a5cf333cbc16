package kit.script.scope;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Options;
import kit.model.Play;
import kit.model.Problem;
import kit.model.Task;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.language.Scope;
import kit.script.language.Verb;
import kit.script.language.WrongPlace;

/** One reading of a script: what its plays hold, and everything that is wrong. */
public final class Reading implements Scope {

  private final CompiledScript script;
  private final Reading outer;
  private final List<Problem> known;
  private final List<Problem> problems;
  private final List<Closure<?>> perHost;
  private final List<Play> plays = new ArrayList<>();
  private PlayBuilder play;
  private Place place = Place.PLAYBOOK;

  /**
   * @param known what is known to be wrong already; reading then goes on as well as it can, and
   *     tells nothing of the same lines
   */
  public Reading(CompiledScript script, List<Problem> known) {
    this.script = script;
    this.outer = null;
    this.known = List.copyOf(known);
    this.problems = new ArrayList<>();
    this.perHost = new ArrayList<>();
  }

  /** Reads an included file into the play that is being read. */
  private Reading(CompiledScript script, Reading outer) {
    this.script = script;
    this.outer = outer;
    this.known = outer.known;
    this.problems = outer.problems;
    this.perHost = outer.perHost;
    this.play = outer.play;
    this.place = Place.TASKS;
  }

  /** Reads a whole playbook. */
  public List<Play> plays() {
    read();
    if (plays.isEmpty() && problems.isEmpty() && known.isEmpty()) {
      Location whole = new Location(script.file(), 0, 0);
      problems.add(new Problem(whole, "there is no play in it", "play('name') { hosts 'all' }"));
    }
    return plays;
  }

  /** Reads a file of tasks by itself. */
  Included included() {
    play = new PlayBuilder("", Location.NONE, script);
    place = Place.TASKS;
    read();
    return play.included();
  }

  /** Reads tasks that a task of the play runs: they are not its own. */
  public List<Task> apart(Options options, Runnable block) {
    return play.apart(() -> among(options, block));
  }

  private void read() {
    try {
      script.read(this);
    } catch (KitException e) {
      if (known.isEmpty()) {
        problems.addAll(e.problems()); // else it may well come from what is wrong already
      }
    }
    perHost.forEach(Closures::freeze);
  }

  /** What was found wrong beside what was known. */
  public List<Problem> problems() {
    return problems;
  }

  public CompiledScript script() {
    return script;
  }

  /** The play that is being read. */
  public PlayBuilder play() {
    return play;
  }

  public void task(Task task) {
    play.task(task);
  }

  /** Reads the block of a play. */
  public void play(PlayBuilder builder, Closure<?> block) {
    play = builder;
    place = Place.PLAY;
    try {
      block.call();
    } finally {
      play = null;
      place = Place.PLAYBOOK;
    }
    try {
      plays.add(builder.build());
    } catch (KitException e) {
      if (known.isEmpty()) {
        throw e;
      }
    }
  }

  /** Reads tasks that share options. */
  public void among(Options options, Runnable block) {
    Place around = place;
    place = Place.TASKS;
    try {
      play.among(options, block);
    } finally {
      place = around;
    }
  }

  /** Reads tasks for which nothing else holds than these options. */
  public void inside(Options options, Runnable block) {
    Place before = place;
    place = Place.TASKS;
    try {
      play.inside(options, block);
    } finally {
      place = before;
    }
  }

  /** Reads the tasks of a file as if they stood here. */
  public void include(TaskFile file) {
    if (file.script() == null) {
      add(file.problems());
    } else {
      file.script().read(new Reading(file.script(), this));
    }
  }

  /** Reads only the handlers that a file of tasks holds. */
  public void handlers(TaskFile file) {
    play.withoutTasks(() -> include(file));
  }

  /** Reads the tasks of another file as if they stood here. */
  public void include(String path, Location where) {
    TaskFile file = script.files().find(path, script.file(), where);
    if (file.script() == null) {
      add(file.problems());
      return;
    }
    for (Reading at = this; at != null; at = at.outer) {
      if (at.script.file().equals(file.script().file())) {
        throw new KitException(
            new Problem(where, "'" + path + "' includes itself", "an include in a task may do so"));
      }
    }
    file.script().read(new Reading(file.script(), this));
  }

  @Override
  public Object call(Call call) {
    Verb verb = script.verbs().find(call.name());
    try {
      if (verb instanceof ReadingVerb word && verb.places().contains(place)) {
        remember(call);
        word.read(call, this);
      } else {
        Problem problem =
            verb == null
                ? WrongPlace.module(call.name(), call.location(), place)
                : WrongPlace.problem(verb, call.location(), place);
        add(List.of(problem));
      }
    } catch (KitException e) {
      add(e.problems());
    }
    return null;
  }

  @Override
  public Object variable(String name, Location where) {
    if (!known.isEmpty()) {
      return "";
    }
    throw new KitException(
        new Problem(where, "'" + name + "' has a value only for a host", "use it in a task"));
  }

  void add(List<Problem> found) {
    for (Problem problem : found) {
      boolean told = problems.contains(problem);
      for (Problem each : known) {
        Location at = each.location();
        told |=
            at.line() == problem.location().line() && at.file().equals(problem.location().file());
      }
      if (!told) {
        problems.add(problem);
      }
    }
  }

  private void remember(Call call) {
    if (call.block() != null) {
      perHost.add(call.block());
    }
    remember(call.named());
  }

  private void remember(Map<?, ?> values) {
    for (Object value : values.values()) {
      if (value instanceof Closure<?> closure) {
        perHost.add(closure);
      } else if (value instanceof Map<?, ?> map) {
        remember(map);
      }
    }
  }
}
