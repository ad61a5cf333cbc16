package kit.data;

import kit.model.Location;

/**
 * A value that somebody wrote somewhere.
 *
 * @param value the value as read; may hold {@code {{ }}}, {@link Verbatim} and {@link Vaulted}
 *     parts
 * @param location where it was written
 */
public record Setting(Object value, Location location) {}
