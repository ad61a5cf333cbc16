package kit.script.language;

import java.util.Set;

/** A word of the language that is not a module. */
public interface Verb {

  /** The word in camelCase; playbooks may write it in snake_case too. */
  String word();

  /** Where it may stand. */
  Set<Place> places();

  /**
   * The place that its block is.
   *
   * @param around where the verb stands
   */
  default Place block(Place around) {
    return Place.ANYWHERE;
  }

  /** Whether it may call modules or end a body, so that no {@code try} may stand around it. */
  default boolean runs() {
    return false;
  }
}
