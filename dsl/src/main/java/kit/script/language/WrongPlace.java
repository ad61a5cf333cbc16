package kit.script.language;

import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;

/** A word where it cannot be. */
public final class WrongPlace {

  private WrongPlace() {}

  public static KitException of(Verb verb, Location where, Place found) {
    return new KitException(problem(verb, where, found));
  }

  public static Problem problem(Verb verb, Location where, Place found) {
    return new Problem(
        where, "'" + verb.word() + "' does not belong " + found, hint(verb), Mistake.WRONG_PLACE);
  }

  /** A module call outside of a body. */
  public static Problem module(String name, Location where, Place found) {
    String hint =
        switch (found) {
          case VALUE -> "call it in the body of the task and use its result";
          case QUERY -> "a query only reads: variables, groups, facts";
          case PLAYBOOK, PLAY, TASKS, BODY, ANYWHERE -> "put it into task('...') { }";
        };
    return new Problem(where, name + " cannot run " + found, hint, Mistake.WRONG_PLACE);
  }

  private static String hint(Verb verb) {
    if (verb.places().contains(Place.PLAY) && !verb.places().contains(Place.BODY)) {
      return "it belongs in a play: play('...') { " + verb.word() + " ... }";
    }
    return verb.places().contains(Place.PLAYBOOK)
        ? "it belongs at the top of the playbook"
        : "it belongs in a task: task('...') { " + verb.word() + " ... }";
  }
}
