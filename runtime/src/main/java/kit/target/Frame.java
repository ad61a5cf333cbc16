package kit.target;

import java.util.List;
import kit.spi.Query;

/**
 * One round trip: calls to carry out in order, then questions. The first failing step ends the
 * frame: what follows it is neither done nor asked.
 *
 * @param applies calls to carry out
 * @param questions asked after them, coalesced by kind
 */
public record Frame(List<Apply> applies, List<Query<?>> questions) {}
