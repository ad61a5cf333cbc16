package kit.engine;

import kit.model.Location;

/**
 * The task or handler that a call belongs to.
 *
 * @param name what reports call it
 * @param location where it stands, or the block in it that has this name
 * @param began where the task or handler stands
 * @param handler whether it is a handler
 * @param doubtful whether check mode cannot know if what follows in it would be done at all
 */
record TaskFrame(
    String name, Location location, Location began, boolean handler, boolean doubtful) {

  static TaskFrame of(String name, Location location, boolean handler, boolean doubtful) {
    return new TaskFrame(name, location, location, handler, doubtful);
  }

  /** A named piece of it. */
  TaskFrame piece(String its, Location where) {
    return new TaskFrame(its, where, began, handler, doubtful);
  }

  /** The same, of which check mode cannot know any longer. */
  TaskFrame inDoubt() {
    return doubtful ? this : new TaskFrame(name, location, began, handler, true);
  }
}
