package kit.script;

import java.util.List;
import kit.model.Handler;
import kit.model.HostSession;
import kit.model.Options;
import kit.model.Task;

/**
 * What a file holds that is included while a playbook runs.
 *
 * @param tasks its tasks
 * @param handlers its handlers
 */
record Included(List<Task> tasks, List<Handler> handlers) {

  static final Included NOTHING = new Included(List.of(), List.of());

  /** Runs the tasks for a host, with what is said around them. */
  void run(HostSession session, Options around) {
    for (Handler each : handlers) {
      session.handler(each);
    }
    for (Task each : tasks) {
      session.task(Within.of(around, each));
    }
  }
}
