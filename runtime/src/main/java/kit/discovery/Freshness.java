package kit.discovery;

/**
 * How old the answer of a source may be.
 *
 * @param kept whether an answer will do that is as old as the configuration allows
 * @param stale whether any older one will do if the source does not answer
 */
public record Freshness(boolean kept, boolean stale) {}
