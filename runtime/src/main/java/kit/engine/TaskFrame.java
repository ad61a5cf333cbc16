package kit.engine;

import kit.model.Location;

/**
 * The task or handler that a call belongs to.
 *
 * @param name what reports call it
 * @param location where it stands
 * @param handler whether it is a handler
 */
record TaskFrame(String name, Location location, boolean handler) {}
