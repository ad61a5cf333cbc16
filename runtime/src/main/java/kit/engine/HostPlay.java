package kit.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
import kit.query.Facts;
import kit.spi.Assigning;
import kit.spi.Result;
import kit.spi.Result.Status;
import kit.target.Unreachable;

/** One host in one play: runs the bodies on one thread and fills the queue of calls. */
final class HostPlay implements HostSession {

  private final String host;
  private final Play play;
  private final RunContext run;
  private final HostScope scope;
  private final HostState state;
  private final CallQueue queue;
  private final Deque<Effective> options = new ArrayDeque<>();
  private TaskFrame task;

  HostPlay(String host, Play play, RunContext run, HostState state) {
    this.host = host;
    this.play = play;
    this.run = run;
    this.state = state;
    this.scope = run.surroundings().scope(host, play);
    Judge judge = new Judge(this, state.shells().pretence(), run.settings().check());
    this.queue =
        new CallQueue(state.shells(), judge, new CallReport(host, run, state), run.oneByOne());
    Effective base = Effective.base(run.surroundings().become(host), run.settings().timeout());
    options.push(base.inside(play.options()));
  }

  /** Runs the play's tasks and the handlers they notify. False if the host has stopped. */
  boolean execute() {
    try {
      for (Task each : play.tasks()) {
        run(new TaskFrame(each.name(), each.location(), false), each.options(), each.body()::run);
      }
      flushHandlers();
      return true;
    } catch (HostStopped stopped) {
      return false;
    } catch (Unreachable lost) {
      Problem problem = lost.problems().get(0);
      TaskFrame at = task == null ? new TaskFrame(play.name(), play.location(), false) : task;
      run.tell(
          new Event.HostUnreachable(
              host, at.name(), at.location(), problem.message(), problem.hint()));
      return false;
    } finally {
      queue.drop();
    }
  }

  private void flushHandlers() {
    queue.settle();
    for (Handler each : play.handlers()) {
      if (state.notified().has(each.name())) {
        TaskFrame frame = new TaskFrame(each.name(), each.location(), true);
        run(frame, each.options(), each.body()::run);
        queue.settle();
        state.notified().done(each.name());
      }
    }
  }

  private void run(TaskFrame frame, Options its, Consumer<HostSession> body) {
    Effective inside = options.peek().inside(its);
    if (!frame.handler() && !run.settings().selects(inside.tags())) {
      return;
    }
    task = frame;
    run.tell(new Event.TaskStarted(host, frame.name(), frame.location(), frame.handler()));
    guarded(
        () -> {
          if (its.loop().isEmpty()) {
            once(inside, its, Map.of(), body);
            return;
          }
          int index = 0;
          for (Object item : its.loop().get().of(this)) {
            Map<String, Object> loop = new LinkedHashMap<>();
            loop.put("item", item);
            loop.put("index", index++);
            once(inside, its, loop, body);
          }
        });
  }

  private void once(
      Effective inside, Options its, Map<String, Object> loop, Consumer<HostSession> body) {
    Map<String, Object> variables = new LinkedHashMap<>(its.vars());
    variables.putAll(loop);
    options.push(inside);
    scope.push(variables);
    try {
      if (its.when().isPresent() && !its.when().get().test(this, null)) {
        throw new TaskLeft("its condition does not hold");
      }
      body.accept(this);
    } catch (TaskLeft left) {
      run.tell(new Event.TaskSkipped(host, task.name(), task.location(), left.why()));
    } catch (Unknowable unknown) {
      run.tell(new Event.TaskUnknown(host, task.name(), task.location(), unknown.getMessage()));
    } finally {
      scope.pop();
      options.pop();
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
    for (Problem problem : wrong.problems()) {
      Location at = problem.location().line() == 0 ? task.location() : problem.location();
      run.tell(new Event.BodyFailed(host, task.name(), at, problem.message(), problem.hint()));
    }
    throw new HostStopped();
  }

  @Override
  public Result call(Invocation invocation) {
    Effective its = options.peek().inside(invocation.options());
    boolean wanted =
        invocation.options().when().isEmpty() || invocation.options().when().get().test(this, null);
    boolean selected = invocation.options().tags().isEmpty() || run.settings().selects(its.tags());
    if (!wanted || !selected) {
      return new Judge.Ended(
          new Outcome(Status.SKIPPED, "left out", "", Map.of("skipped", true), List.of()));
    }
    if (invocation.module() instanceof Assigning assigning) {
      assigning.variables().forEach(scope::set);
    }
    Shells.Shell shell = state.shells().as(its.become());
    CallHost seen = new CallHost(host, state.shells(), shell, scope, run.surroundings());
    List<String> notifies = Topics.resolve(its.notifies(), play.handlers(), invocation.location());
    Pending pending = new Pending(invocation, its, task, notifies, seen, queue);
    queue.add(pending);
    invocation.options().register().ifPresent(name -> scope.set(name, pending));
    return pending;
  }

  @Override
  public void with(Map<String, Object> variables, Options its, Runnable body) {
    options.push(options.peek().inside(its));
    scope.push(variables);
    try {
      body.run();
    } finally {
      scope.pop();
      options.pop();
    }
  }

  @Override
  public String host() {
    return host;
  }

  @Override
  public List<String> groups() {
    return scope.groups();
  }

  @Override
  public boolean has(String variable) {
    return scope.has(variable);
  }

  @Override
  public Object variable(String name, Location where) {
    return scope.get(name, where);
  }

  @Override
  public Map<String, Object> variablesOf(String other, Location where) {
    return run.surroundings().variablesOf(other, where);
  }

  @Override
  public Map<String, Object> facts() {
    if (state.facts() == null) {
      state.facts(queue.answer(Facts.ALL, state.shells().as(options.peek().become())));
    }
    return state.facts();
  }

  @Override
  public Map<String, Object> factsOf(String other, Location where) {
    Map<String, Object> facts = run.facts(other);
    if (facts == null) {
      throw new KitException(
          new Problem(
              where,
              "the facts of '" + other + "' are not known yet",
              "read facts on that host in an earlier play"));
    }
    return facts;
  }

  @Override
  public void skip(String why) {
    throw new TaskLeft(why);
  }

  @Override
  public void print(String text, Location where) {
    queue.settle();
    run.tell(new Event.Printed(host, text, where));
  }
}
