package kit.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kit.model.Failure;
import kit.model.Handler;
import kit.model.HostSession;
import kit.model.Invocation;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Options;
import kit.model.Play;
import kit.model.Problem;
import kit.model.Task;
import kit.model.Unknowable;
import kit.target.Unreachable;

/** One host in one play: runs the bodies on one thread, in the order written. */
final class HostPlay {

  private final String host;
  private final Play play;
  private final RunContext run;
  private final Rendezvous rendezvous;
  private final HostScope scope;
  private final HostState state;
  private final CallQueue queue;
  private final HostSession session;
  private final Deque<Effective> options = new ArrayDeque<>();
  private final Deque<Attempt> attempts = new ArrayDeque<>();
  private final Map<Location, Integer> visits = new HashMap<>();
  private TaskFrame task;

  HostPlay(String host, Play play, RunContext run, Rendezvous rendezvous, HostState state) {
    this.host = host;
    this.play = play;
    this.run = run;
    this.rendezvous = rendezvous;
    this.state = state;
    this.scope = run.surroundings().scope(host, play);
    this.session = new BodySession(this, run, scope, state);
    scope.begin(session);
    Judge judge = new Judge(session, run.settings().check(), run.settings().timeout());
    this.queue =
        new CallQueue(judge, new CallReport(host, run, state), run.surroundings(), run.oneByOne());
    this.task = new TaskFrame(play.name(), play.location(), false, false);
    Effective base = Effective.base(run.surroundings().become(host), run.settings().timeout());
    options.push(base.inside(play.options()));
  }

  /** Runs the play's tasks and the handlers they notify. False if the host has stopped. */
  boolean execute() {
    try {
      for (Task each : play.tasks()) {
        if (!rendezvous.playEnded()) {
          run(
              new TaskFrame(each.name(), each.location(), false, false),
              each.options(),
              each.body()::run);
        }
      }
      flushHandlers();
      return true;
    } catch (HostEnded ended) {
      return true;
    } catch (HostStopped stopped) {
      return false;
    } catch (Unreachable lost) {
      tellUnreachable(lost);
      return false;
    } catch (KitException wrong) {
      tell(wrong);
      return false;
    } finally {
      queue.drop();
    }
  }

  String host() {
    return host;
  }

  Play play() {
    return play;
  }

  Effective options() {
    return options.peek();
  }

  CallQueue queue() {
    return queue;
  }

  Rendezvous rendezvous() {
    return rendezvous;
  }

  Pending pending(Invocation invocation, Effective its, List<String> notifies, CallHost seen) {
    return new Pending(invocation, its, task, notifies, attempts.peek(), seen, queue);
  }

  /** A key for meeting other hosts at a place: each time a host comes by, it is another one. */
  Object visit(Location where) {
    return List.of(where, visits.merge(where, 1, Integer::sum));
  }

  void flushHandlers() {
    queue.settle();
    TaskFrame before = task;
    for (Handler each : play.handlers()) {
      boolean sure = state.notified().has(each.name());
      if (sure || state.notified().suspects(each.name())) {
        TaskFrame frame = new TaskFrame(each.name(), each.location(), true, !sure);
        run(frame, each.options(), each.body()::run);
        queue.settle();
        state.notified().done(each.name());
      }
    }
    task = before;
  }

  private void run(TaskFrame frame, Options its, Consumer<HostSession> body) {
    Effective inside = options.peek().inside(its);
    if (!frame.handler() && !run.settings().selects(inside.tags())) {
      return;
    }
    task = frame;
    run.tell(new Event.TaskStarted(host, frame.name(), frame.location(), frame.handler()));
    guarded(() -> rounds(inside, its, () -> body.accept(session)));
  }

  /** A named piece of a body with options of its own. */
  void block(String name, Location where, Options its, Runnable body) {
    Effective inside = options.peek().inside(its);
    if (!its.tags().isEmpty() && !run.settings().selects(inside.tags())) {
      return;
    }
    TaskFrame around = task;
    task =
        name.isEmpty() ? around : new TaskFrame(name, where, around.handler(), around.doubtful());
    try {
      rounds(inside, its, body);
    } finally {
      task = around;
    }
  }

  /** Once for each item of a loop, or just once; each time only if the condition holds. */
  private void rounds(Effective inside, Options its, Runnable body) {
    if (its.loop().isEmpty()) {
      round(inside, its, Map.of(), body);
      return;
    }
    int index = 0;
    for (Object item : its.loop().get().of(session)) {
      Map<String, Object> loop = new LinkedHashMap<>();
      loop.put("item", item);
      loop.put("index", index++);
      round(inside, its, loop, body);
    }
  }

  private void round(Effective inside, Options its, Map<String, Object> loop, Runnable body) {
    Map<String, Object> variables = new LinkedHashMap<>(its.vars());
    variables.putAll(loop);
    try {
      inside(
          inside,
          variables,
          () -> {
            if (its.when().isPresent() && !its.when().get().test(session, null)) {
              throw new TaskLeft("its condition does not hold");
            }
            body.run();
          });
    } catch (TaskLeft left) {
      run.tell(new Event.TaskSkipped(host, task.name(), task.location(), left.why()));
    } catch (Unknowable unknown) {
      run.tell(new Event.TaskUnknown(host, task.name(), task.location(), unknown.getMessage()));
    }
  }

  /** Runs a body with other options and further variables. */
  void inside(Effective its, Map<String, Object> variables, Runnable body) {
    options.push(its);
    scope.push(variables);
    try {
      body.run();
    } finally {
      scope.pop();
      options.pop();
    }
  }

  void attempt(Runnable body, Optional<Consumer<Failure>> rescue, Optional<Runnable> always) {
    Attempt attempt = new Attempt(attempts.peek(), rescue.isPresent());
    int depth = options.size();
    attempts.push(attempt);
    try {
      Failure failure = null;
      try {
        guarded(body);
        queue.settle();
      } catch (HostStopped stopped) {
        failure = attempt.failure(stopped);
      } catch (Unreachable lost) {
        if (rescue.isEmpty()) {
          throw lost;
        }
        tellUnreachable(lost);
        state.shells().forget();
        failure =
            new Failure(host, task.name(), task.location(), lost.getMessage(), true, Map.of());
      }
      attempts.pop();
      if (failure != null) {
        queue.drop();
        while (options.size() > depth) {
          options.pop();
        }
        Failure what = failure;
        rescue.ifPresent(then -> guarded(() -> then.accept(what)));
        queue.settle();
      }
    } finally {
      attempts.remove(attempt);
      if (always.isPresent()) {
        guarded(always.get());
        queue.settle();
      }
    }
  }

  /** What the playbook's own code throws ends the host, after the calls made before it. */
  private void guarded(Runnable body) {
    KitException wrong;
    try {
      body.run();
      return;
    } catch (Unreachable lost) {
      throw lost;
    } catch (KitException e) {
      wrong = e;
    }
    queue.settle();
    tell(wrong);
    Problem first = wrong.problems().get(0);
    Failure failure =
        new Failure(host, task.name(), first.location(), first.message(), false, Map.of());
    throw new HostStopped(attempts.peek(), failure);
  }

  private void tell(KitException wrong) {
    Pending next = queue.next();
    TaskFrame in = next == null ? task : next.task;
    Location here = next == null ? task.location() : next.invocation.location();
    for (Problem problem : wrong.problems()) {
      Location at = problem.location().file().isEmpty() ? here : problem.location();
      run.tell(new Event.BodyFailed(host, in.name(), at, problem.message(), problem.hint()));
    }
  }

  /** Told of the call that could not be settled, not of the body that has run ahead. */
  private void tellUnreachable(Unreachable lost) {
    Pending next = queue.next();
    TaskFrame in = next == null ? task : next.task;
    Location at = next == null ? task.location() : next.invocation.location();
    Problem problem = lost.problems().get(0);
    run.tell(new Event.HostUnreachable(host, in.name(), at, problem.message(), problem.hint()));
  }
}
