package kit.vars;

import kit.data.Setting;

/**
 * One of the values written for a name.
 *
 * @param layer what decides its rank
 * @param group the group or the role it was set on; empty if it was set on neither
 * @param setting the value as written and its place
 * @param data whether the value is data of this run, which is never rendered
 */
public record Candidate(Layer layer, String group, Setting setting, boolean data) {}
