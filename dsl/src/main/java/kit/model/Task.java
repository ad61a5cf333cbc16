package kit.model;

/**
 * A named piece of a play, run for each of its hosts.
 *
 * @param name what reports call it
 * @param location where it stands
 * @param options what was said on the task
 * @param open whether it only holds further tasks, so that tags choose among those
 * @param body its code
 */
public record Task(String name, Location location, Options options, boolean open, Body body) {

  public Task(String name, Location location, Options options, Body body) {
    this(name, location, options, false, body);
  }
}
