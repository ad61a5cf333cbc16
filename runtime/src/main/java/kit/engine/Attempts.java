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
    boolean rescued = Attempt.rescued(open.peek());
    for (Problem problem : wrong.problems()) {
      Location at = problem.location().line() == 0 ? task.location() : problem.location();
      run.tell(
          new Event.BodyFailed(
              play.host(), task.name(), at, problem.message(), problem.hint(), rescued));
    }
    throw new HostStopped(
        open.peek(),
        new Failure(play.host(), task.name(), first.location(), first.message(), false, Map.of()));
  }

  void tellUnreachable(Unreachable lost, boolean rescued) {
    Problem problem = lost.problems().get(0);
    TaskFrame task = play.task();
    run.tell(
        new Event.HostUnreachable(
            play.host(), task.name(), task.location(), problem.message(), problem.hint(), rescued));
  }
}
