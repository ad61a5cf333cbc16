package kit.target;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import kit.spi.Step;

/**
 * The steps of one call, carried out in order until one fails.
 *
 * @param steps what to do
 * @param timeout limit for all of them together; the process tree is killed after it
 * @param environment environment variables of every step
 */
public record Apply(List<Step> steps, Duration timeout, Map<String, String> environment) {}
