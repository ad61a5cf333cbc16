package kit.discovery;

import java.time.Instant;
import java.util.Map;
import kit.spi.inventory.Found;

/**
 * An answer of a source.
 *
 * @param at when it was given
 * @param environment fingerprints of the environment variables that the source looked at
 * @param found the answer
 */
record Kept(Instant at, Map<String, String> environment, Found found) {}
