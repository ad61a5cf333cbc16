package kit.vars;

import java.util.Map;
import kit.data.Setting;

/**
 * The variables that one inventory place declares.
 *
 * @param layer all, groups or host
 * @param group the group they are set on; empty for a host
 * @param vars the variables
 */
record Declared(Layer layer, String group, Map<String, Setting> vars) {}
