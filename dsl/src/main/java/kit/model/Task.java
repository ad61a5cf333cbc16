package kit.model;

import java.util.List;

/**
 * A named piece of a play, run for each of its hosts.
 *
 * @param name what reports call it
 * @param location where it stands
 * @param options what was said on the task
 * @param open whether it only holds further tasks, so that tags choose among those
 * @param held the tasks that it holds, as far as they are known before the run
 * @param body its code
 */
public record Task(
    String name, Location location, Options options, boolean open, List<Task> held, Body body) {

  public Task(String name, Location location, Options options, boolean open, Body body) {
    this(name, location, options, open, List.of(), body);
  }

  public Task(String name, Location location, Options options, Body body) {
    this(name, location, options, false, body);
  }

  /** The same with other options and code. */
  public Task with(Options other, Body code) {
    return new Task(name, location, other, open, held, code);
  }
}
