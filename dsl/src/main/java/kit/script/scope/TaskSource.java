package kit.script.scope;

import java.nio.file.Path;
import java.util.List;
import kit.model.Problem;
import kit.script.language.ScriptIndex;

/** Where files of tasks come from: who compiles them, and knows what their calls may say. */
public interface TaskSource {

  /**
   * Compiles a file.
   *
   * @param files what it includes is looked for there
   */
  TaskFile tasks(Path file, TaskFiles files);

  /** Wrong arguments and options of module calls. */
  List<Problem> calls(ScriptIndex index);
}
