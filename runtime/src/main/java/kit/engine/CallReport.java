package kit.engine;

import java.time.Duration;
import java.util.List;
import kit.model.Failure;
import kit.model.Invocation;
import kit.spi.Result.Status;

/** Tells the listeners what became of calls, and notes the handlers that they notify. */
final class CallReport implements CallEnd {

  private final String host;
  private final RunContext run;
  private final HostState state;
  private final Rendezvous rendezvous;
  private final Debugging debugging;
  private final Stretches stretches = new Stretches();
  private Pending last;

  CallReport(
      String host, RunContext run, HostState state, Rendezvous rendezvous, Debugging debugging) {
    this.debugging = debugging;
    this.host = host;
    this.run = run;
    this.state = state;
    this.rendezvous = rendezvous;
  }

  @Override
  public void sending(List<Pending> calls) {
    if (rendezvous.broken()) {
      throw new HostStopped(); // others failed, and the play says that this ends it here too
    }
    for (Pending call : calls) {
      if (!call.notifies.isEmpty()) {
        state.notified().intend(call.notifies);
      }
    }
    last = calls.get(calls.size() - 1);
    stretches.sending(System.nanoTime());
  }

  @Override
  public void begins(Pending call) {
    stretches.begins(call, System.nanoTime());
    TaskFrame task = call.task;
    run.tell(new Event.CallBegan(host, task.name(), task.began(), task.handler()));
  }

  @Override
  public void lost(List<Pending> calls) {
    for (Pending call : calls) {
      state.notified().add(call.notifies);
    }
  }

  @Override
  public void ended(Pending call) {
    Outcome outcome = call.outcome();
    boolean failed = outcome.status() == Status.FAILED;
    debugging.ended(call);
    if (outcome.status() == Status.CHANGED || call.touched) {
      state.notified().add(call.notifies);
    } else if (outcome.status() == Status.MAYBE) {
      state.notified().suspect(call.notifies);
    }
    if (failed || call == last) {
      state.notified().settle();
    }
    run.tell(
        new Event.CallFinished(
            host,
            call.task.name(),
            call.task.began(),
            call.task.handler(),
            call.invocation,
            outcome,
            Duration.ofNanos(stretches.ended(call, System.nanoTime())),
            failed && (call.effective.ignoreErrors() || Attempt.rescued(call.attempt)),
            call.effective.noLog(),
            call.effective.diff()));
    if (failed && !call.effective.ignoreErrors()) {
      throw new HostStopped(
          call.attempt,
          new Failure(
              host,
              call.task.name(),
              call.invocation.location(),
              outcome.message(),
              false,
              outcome.values()));
    }
  }

  @Override
  public void retrying(Pending call, Duration pause) {
    Invocation its = call.invocation;
    int of = its.options().retries().orElse(Judge.RETRIES);
    run.tell(
        new Event.Retrying(host, call.task.name(), its.name(), its.location(), call.attempts, of));
    pause(pause);
  }

  @Override
  public void pause(Duration time) {
    rendezvous.pause(time);
  }
}
