package kit.script.scope;

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
public record Included(List<Task> tasks, List<Handler> handlers) {

  public static final Included NOTHING = new Included(List.of(), List.of());

  /** Runs the tasks for a host, with what is said around them. */
  public void run(HostSession session, Options around) {
    Options role = session.role().map(its -> Within.in(its, Options.NONE)).orElse(Options.NONE);
    for (Handler each : handlers) {
      session.handler(role.role().isPresent() ? Within.handler(role, each) : each);
    }
    for (Task each : tasks) {
      session.task(Within.of(around, each));
    }
  }
}
