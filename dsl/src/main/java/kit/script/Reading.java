package kit.script;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Play;
import kit.model.Problem;

/** One reading of a playbook: what its plays hold, and everything that is wrong. */
final class Reading implements Scope {

  private final CompiledScript script;
  private final List<Play> plays = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Closure<?>> perHost = new ArrayList<>();
  private PlayBuilder play;

  Reading(CompiledScript script) {
    this.script = script;
  }

  /**
   * Reads the whole playbook.
   *
   * @throws KitException with all problems
   */
  List<Play> plays() {
    try {
      script.read(this);
    } catch (KitException e) {
      problems.addAll(e.problems());
    }
    if (plays.isEmpty() && problems.isEmpty()) {
      Location whole = new Location(script.file(), 0, 0);
      problems.add(new Problem(whole, "there is no play in it", "play('name') { hosts 'all' }"));
    }
    if (!problems.isEmpty()) {
      throw new KitException(Order.byPlace(problems));
    }
    perHost.forEach(Closures::freeze);
    return plays;
  }

  CompiledScript script() {
    return script;
  }

  /** The play that is being read. */
  PlayBuilder play() {
    return play;
  }

  /** Reads the block of a play. */
  void play(PlayBuilder builder, Closure<?> block) {
    play = builder;
    try {
      block.call();
    } finally {
      play = null;
    }
    plays.add(builder.build());
  }

  @Override
  public Object call(Call call) {
    Verb verb = script.verbs().find(call.name());
    Place place = play == null ? Place.PLAYBOOK : Place.PLAY;
    try {
      if (verb instanceof ReadingVerb word && verb.places().contains(place)) {
        remember(call);
        word.read(call, this);
      } else {
        Problem problem =
            verb == null
                ? WrongPlace.module(call.name(), call.location(), place)
                : WrongPlace.problem(verb, call.location(), place);
        problems.add(problem);
      }
    } catch (KitException e) {
      problems.addAll(e.problems());
    }
    return null;
  }

  @Override
  public Object variable(String name, Location where) {
    throw new KitException(
        new Problem(where, "'" + name + "' has a value only for a host", "use it in a task"));
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
