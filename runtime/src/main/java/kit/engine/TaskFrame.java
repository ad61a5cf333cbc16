package kit.engine;

import kit.model.Location;

/**
 * The task or handler that a call belongs to.
 *
 * @param name what reports call it
 * @param location where it stands
 * @param handler whether it is a handler
 * @param doubtful whether check mode cannot know if it would run at all
 */
record TaskFrame(String name, Location location, boolean handler, boolean doubtful) {}
