package kit.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kit.model.Failure;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.target.Unreachable;

/** The attempts that are running on a host, and what becomes of failures inside of them. */
final class Attempts {

  private final HostPlay play;
  private final RunContext run;
  private final Deque<Attempt> open = new ArrayDeque<>();

  Attempts(HostPlay play, RunContext run) {
    this.play = play;
    this.run = run;
  }

  /** The innermost one, null if there is none. */
  Attempt innermost() {
    return open.peek();
  }

  void attempt(Runnable body, Optional<Consumer<Failure>> rescue, Optional<Runnable> always) {
    Attempt attempt = new Attempt(open.peek(), rescue.isPresent());
    open.push(attempt);
    try {
      Failure failure = failure(attempt, body);
      open.remove(attempt);
      if (failure != null) {
        play.queue().drop();
        rescue.ifPresent(then -> guarded(() -> then.accept(failure)));
        play.queue().settle();
      }
    } finally {
      open.remove(attempt);
      if (always.isPresent()) {
        guarded(always.get());
        play.queue().settle();
      }
    }
  }

  /** Runs a body in an attempt; false if it failed, which then is nobody else's business. */
  boolean holds(Runnable body) {
    boolean[] well = {true};
    attempt(body, Optional.of(failure -> well[0] = false), Optional.empty());
    return well[0];
  }

  private Failure failure(Attempt attempt, Runnable body) {
    try {
      guarded(body);
      play.queue().settle();
      return null;
    } catch (HostStopped stopped) {
      return attempt.failure(stopped);
    } catch (Unreachable lost) {
      if (!attempt.rescues() || run.interrupted()) {
        throw lost;
      }
      tellUnreachable(lost, true);
      play.forget();
      TaskFrame task = play.task();
      return new Failure(
          play.host(), task.name(), task.location(), lost.getMessage(), true, Map.of());
    }
  }

  /** What the playbook's own code throws ends the host, after the calls made before it. */
  void guarded(Runnable body) {
    KitException wrong;
    try {
      body.run();
      return;
    } catch (Unreachable lost) {
      throw lost;
    } catch (KitException e) {
      wrong = e;
    }
    play.queue().settle();
    TaskFrame task = play.task();
    Problem first = wrong.problems().get(0);
    tell(wrong, Attempt.rescued(open.peek()));
    throw new HostStopped(
        open.peek(),
        new Failure(play.host(), task.name(), first.location(), first.message(), false, Map.of()));
  }

  void tell(KitException wrong, boolean rescued) {
    Pending next = play.queue().next();
    TaskFrame in = next == null ? play.task() : next.task;
    Location here = next == null ? in.location() : next.invocation.location();
    boolean hidden = next == null ? play.options().noLog() : next.effective.noLog();
    for (Problem each : wrong.problems()) {
      Problem problem = hidden ? new Problem(each.location(), "(hidden by noLog)", "") : each;
      Location at = problem.location().file().isEmpty() ? here : problem.location();
      run.tell(
          new Event.BodyFailed(
              play.host(), in.name(), at, problem.message(), problem.hint(), rescued));
    }
  }

  /** Told of the call that could not be settled, not of the body that has run ahead. */
  void tellUnreachable(Unreachable lost, boolean rescued) {
    Pending next = play.queue().next();
    TaskFrame in = next == null ? play.task() : next.task;
    Location at = next == null ? in.location() : next.invocation.location();
    Problem problem = lost.problems().get(0);
    Event event =
        run.interrupted()
            ? new Event.HostInterrupted(play.host(), in.name(), in.began(), at, problem.hint())
            : new Event.HostUnreachable(
                play.host(), in.name(), in.began(), at, problem.message(), problem.hint(), rescued);
    run.tell(event);
  }

  /** Told of the host when the user has stopped the run and nothing was on its way. */
  void tellInterrupted() {
    Pending next = play.queue().next();
    TaskFrame in = next == null ? play.task() : next.task;
    Location at = next == null ? in.location() : next.invocation.location();
    run.tell(new Event.HostInterrupted(play.host(), in.name(), in.began(), at, ""));
  }
}
