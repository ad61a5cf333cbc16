package kit.model;

import java.util.Map;

/**
 * Variables that are written where a role is used.
 *
 * @param parameters those of the use itself
 * @param text whether they come from a file of text, so that {@code {{ }}} in them is rendered
 * @param around those of the blocks around, which the role's own vars win over
 */
public record RoleValues(
    Map<String, Object> parameters, boolean text, Map<String, Object> around) {}
