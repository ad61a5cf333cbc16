package kit.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kit.engine.Debugger.Verdict;
import kit.model.Failure;
import kit.model.HostSession;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** A host under somebody's eyes: failures and breakpoints stop it until the user has decided. */
final class Debugging {

  private final HostPlay play;
  private final RunContext run;
  private final HostSession session;
  private final Map<Location, Map<String, Object>> locals = new HashMap<>();
  private Map<String, Object> last = Map.of();

  Debugging(HostPlay play, RunContext run, HostSession session) {
    this.play = play;
    this.run = run;
    this.session = session;
  }

  /** Runs the body of a task until it goes well or the user has had enough of it. */
  void task(TaskFrame frame, Runnable body) {
    locals.clear();
    last = Map.of();
    Optional<Debugger> debugger = run.debugger();
    if (debugger.isEmpty() || !debugger.get().failures()) {
      body.run();
      return;
    }
    while (again(frame, body, debugger.get())) {
      play.forgetAnswers();
    }
  }

  private boolean again(TaskFrame frame, Runnable body, Debugger debugger) {
    Verdict[] verdict = {Verdict.CONTINUE};
    Failure[] failed = new Failure[1];
    play.attempts().attempt(body, Optional.of(failure -> failed[0] = failure), Optional.empty());
    if (failed[0] != null) {
      Location where = failed[0].location();
      verdict[0] = debugger.ask(session, frame.name(), where, failed[0].message());
    }
    return switch (verdict[0]) {
      case RETRY -> true;
      case CONTINUE -> false;
      case SKIP -> throw new TaskLeft("skipped after its failure");
      case ABORT ->
          throw new KitException(
              new Problem(failed[0].location(), failed[0].message(), "stopped by the user"));
    };
  }

  /** The playbook's own variables at a call of the task. */
  void locals(Location where, Map<String, Object> values) {
    locals.put(where, values);
    last = values;
  }

  /** Those of the last call at a place, or else of the last call anywhere. */
  Map<String, Object> locals(Location where) {
    return locals.getOrDefault(where, last);
  }

  /** {@code breakpoint()}. */
  void breakpoint(Location where) {
    play.queue().settle();
    if (run.debugger().isEmpty()) {
      String message = "breakpoint() at " + where + " is passed over: there is no terminal";
      run.tell(new Event.Warning("", message));
      return;
    }
    String task = play.task().name();
    switch (run.debugger().get().ask(session, task, where, "")) {
      case CONTINUE -> {}
      case SKIP -> throw new TaskLeft("skipped at a breakpoint");
      case RETRY, ABORT ->
          throw new KitException(new Problem(where, "stopped by the user", "at a breakpoint"));
    }
  }
}
