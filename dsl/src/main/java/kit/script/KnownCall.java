package kit.script;

import kit.script.language.ScriptIndex.ModuleCall;
import kit.spi.Module;

/**
 * A call whose module can be planned before the run.
 *
 * @param name the module's name
 * @param call the call as written
 * @param module the module, as it will be or with stand-ins for text that is computed
 * @param whole whether nothing in it is computed
 */
public record KnownCall(String name, ModuleCall call, Module module, boolean whole) {}
