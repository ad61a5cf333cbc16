package kit.script.scope;

import java.util.List;
import kit.model.Problem;
import kit.script.language.ScriptIndex;

/**
 * A file of tasks, or a line of a session, that was compiled.
 *
 * @param script what to run; null if the file cannot be compiled at all
 * @param index what it says
 * @param problems what is wrong with it
 * @param key what it depends on
 */
public record TaskFile(
    CompiledScript script, ScriptIndex index, List<Problem> problems, String key) {}
