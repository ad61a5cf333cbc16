package kit.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.engine.Debugger.Verdict;
import kit.model.Failure;
import kit.model.HostSession;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.spi.Result.Status;

/** A host under somebody's eyes: failures and breakpoints stop it until the user has decided. */
final class Debugging {

  private final HostPlay play;
  private final RunContext run;
  private final HostSession session;
  private final Map<Location, Map<String, Object>> locals = new HashMap<>();
  private final List<Pending> unlogged = new ArrayList<>();
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
      verdict[0] = ask(debugger, frame.name(), where, failed[0].message());
    }
    return switch (verdict[0]) {
      case RETRY -> true;
      case CONTINUE -> false;
      case SKIP -> throw new TaskLeft("skipped after its failure");
      case ABORT -> throw stopped(failed[0].location(), failed[0].message(), "stopped by the user");
    };
  }

  private Verdict ask(Debugger debugger, String task, Location where, String why) {
    unlogged.forEach(each -> Unlogged.hide(each.invocation, each.outcome(), session.secrets()));
    unlogged.clear();
    return debugger.ask(session, task, where, why);
  }

  /** The host has failed, whatever the playbook would rescue: the user has decided. */
  private HostStopped stopped(Location where, String message, String hint) {
    play.queue().settle(); // throws where Ctrl-C has cut a line: then the host was interrupted
    play.attempts().tell(new KitException(new Problem(where, message, hint)), false);
    String task = play.task().name();
    return new HostStopped(null, new Failure(play.host(), task, where, message, false, Map.of()));
  }

  /** The playbook's own variables at a call of the task. */
  void locals(Location where, Map<String, Object> values) {
    locals.put(where, values);
    last = values;
  }

  /**
   * A call has ended, maybe long after it was said: a loop has gone on since. If it failed, what
   * could be seen when it was said is what counts.
   */
  void ended(Pending call) {
    if (run.debugger().isEmpty()) {
      return;
    }
    if (call.outcome().status() == Status.FAILED) {
      locals.put(call.invocation.location(), call.seen);
    }
    if (call.effective.noLog()) {
      unlogged.add(call);
    }
  }

  /** Those of the last call at a place, or else of the last call anywhere. */
  Map<String, Object> locals(Location where) {
    return locals.getOrDefault(where, last);
  }

  /** {@code breakpoint()}. */
  void breakpoint(Location where) {
    play.queue().settle();
    if (run.debugger().isEmpty()) {
      String why = " is passed over: only 'kit run' at a terminal stops there";
      String message = "breakpoint() at " + where + why;
      run.tell(new Event.Warning("", message));
      return;
    }
    String task = play.task().name();
    switch (ask(run.debugger().get(), task, where, "")) {
      case CONTINUE -> {}
      case SKIP -> throw new TaskLeft("skipped at a breakpoint");
      case RETRY, ABORT -> throw stopped(where, "stopped by the user", "at a breakpoint");
    }
  }
}
