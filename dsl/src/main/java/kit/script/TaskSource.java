package kit.script;

import java.nio.file.Path;
import java.util.List;
import kit.model.Problem;

/** Where files of tasks come from: who compiles them, and knows what their calls may say. */
interface TaskSource {

  /**
   * Compiles a file.
   *
   * @param files what it includes is looked for there
   */
  TaskFile tasks(Path file, TaskFiles files);

  /** Wrong arguments and options of module calls. */
  List<Problem> calls(ScriptIndex index);
}
