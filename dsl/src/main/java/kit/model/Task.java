package kit.model;

/**
 * A named piece of a play, run for each of its hosts.
 *
 * @param name what reports call it
 * @param location where it stands
 * @param options what was said on the task
 * @param body its code
 */
public record Task(String name, Location location, Options options, Body body) {}
