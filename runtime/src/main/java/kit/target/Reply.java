package kit.target;

import java.util.List;
import java.util.Map;
import kit.spi.Output;
import kit.spi.Query;

/**
 * What a frame gave back.
 *
 * @param outputs for each call that was begun, the outputs of its steps that were begun
 * @param answers to the questions; empty if a step failed
 */
public record Reply(List<List<Output>> outputs, Map<Query<?>, Object> answers) {}
