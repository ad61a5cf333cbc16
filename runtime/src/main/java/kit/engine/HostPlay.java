package kit.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kit.model.Handler;
import kit.model.HostSession;
import kit.model.Invocation;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Options;
import kit.model.Play;
import kit.model.Problem;
import kit.model.Role;
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
  private final Attempts attempts;
  private final Guards guards;
  private final RoleScopes roles;
  private final Debugging debugging;
  private final Deque<Effective> options = new ArrayDeque<>();
  private final Map<Location, Integer> visits = new HashMap<>();
  private final Thread thread = Thread.currentThread();
  private TaskFrame task;
  private Location throttled;

  HostPlay(String host, Play play, RunContext run, Rendezvous rendezvous, HostState state) {
    this.host = host;
    this.play = play;
    this.run = run;
    this.rendezvous = rendezvous;
    this.state = state;
    this.scope = run.surroundings().scope(host, play);
    this.session = new BodySession(this, run, scope, state);
    this.roles = new RoleScopes(scope, play.handlers());
    scope.begin(session);
    this.attempts = new Attempts(this, run);
    this.debugging = new Debugging(this, run, session);
    Judge judge = new Judge(session, run.settings().check(), run.settings().timeout());
    CallEnd end = new CallReport(host, run, state, rendezvous, debugging);
    this.guards = new Guards(this, run, end);
    this.queue = new CallQueue(judge, end, run.surroundings(), run.oneByOne());
    this.task = TaskFrame.of(play.name(), play.location(), false, false);
    Effective base = Effective.base(run.surroundings().become(host), run.settings().timeout());
    options.push(base.inside(play.options()));
  }

  /** Runs the play's tasks and the handlers they notify. False if the host has stopped. */
  boolean execute() {
    try {
      try {
        for (Task each : play.tasks()) {
          if (rendezvous.broken()) {
            throw new HostStopped();
          }
          if (!rendezvous.playEnded()) {
            task(each);
          }
        }
      } catch (HostEnded ended) {
        // the play ends here for this host, with its handlers
      }
      flushHandlers();
      return true;
    } catch (HostEnded ended) {
      return true;
    } catch (HostStopped stopped) {
      if (run.interrupted() && stopped.failure() == null) {
        attempts.tellInterrupted();
      }
      return false;
    } catch (Unreachable lost) {
      attempts.tellUnreachable(lost, false);
      return false;
    } catch (KitException wrong) {
      attempts.tell(wrong, false);
      return false;
    } catch (OutOfMemoryError full) {
      attempts.tell(tooMuch(), false);
      return false;
    } finally {
      queue.drop();
    }
  }

  private static KitException tooMuch() {
    long megabytes = Runtime.getRuntime().maxMemory() >> 20;
    return new KitException(
        "the " + megabytes + " MB of memory that kit has are not enough for this",
        "for example KIT_OPTS=-Xmx2g gives it more");
  }

  String host() {
    return host;
  }

  Play play() {
    return play;
  }

  RoleScopes roles() {
    return roles;
  }

  /** The same options, on the host that they name for this one. */
  Effective elsewhere(Effective inside, Options its, Location where) {
    String other = (String) its.delegate().orElseThrow().of(session);
    run.surroundings().variablesOf(other, where); // an unknown host is told where it is said
    return Effective.on(inside, other);
  }

  /** The task or handler that is running. */
  TaskFrame task() {
    return task;
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

  Attempts attempts() {
    return attempts;
  }

  Debugging debugging() {
    return debugging;
  }

  Guards guards() {
    return guards;
  }

  /** What is known of the host is asked anew: somebody may have changed it meanwhile. */
  void forgetAnswers() {
    state.shells().unlearn();
  }

  /** Opens connections anew when they are next needed. */
  void forget() {
    state.shells().forget();
  }

  Pending pending(Invocation invocation, Effective its, List<String> notifies, CallHost seen) {
    Pending made =
        new Pending(
            invocation, its, task, notifies, attempts.innermost(), guards.now(), seen, this);
    made.seen = debugging.locals(invocation.location());
    return made;
  }

  /**
   * A body goes on with a field that may be another one in a run: what follows in the task may not
   * be done, or something else may, so it is told.
   */
  void doubt(String field, String of) {
    boolean own = Thread.currentThread() == thread;
    if (own && run.settings().check() && !task.doubtful()) {
      task = task.inDoubt();
      String why = "what follows rests on '" + field + "' of " + of + ", which may change in a run";
      run.tell(new Event.TaskUnknown(host, task.name(), task.location(), why));
    }
  }

  /** A key for meeting other hosts at a place: each time a host comes by, it is another one. */
  Rendezvous.Visit visit(Location where) {
    if (throttled != null) {
      throw new KitException(
          new Problem(
              where,
              "hosts cannot wait for one another inside of throttle",
              "the throttle stands at " + throttled));
    }
    return new Rendezvous.Visit(where, visits.merge(where, 1, Integer::sum));
  }

  void flushHandlers() {
    queue.settle();
    TaskFrame before = task;
    options.push(options.peekLast());
    try {
      for (Handler each : roles.handlers()) {
        boolean sure = state.notified().has(each.id());
        if (sure || state.notified().suspects(each.id())) {
          TaskFrame frame = TaskFrame.of(each.id(), each.location(), true, !sure);
          roles.outside(() -> run(frame, each.options(), each.body()::run));
          queue.settle();
          state.notified().done(each.id());
        }
      }
    } finally {
      options.pop();
    }
    task = before;
  }

  /** Runs a task of the play, or one of a file that a body includes. */
  void task(Task its) {
    boolean selected =
        its.open() || run.settings().selects(options.peek().inside(its.options()).tags());
    if (selected && !roles.repeated(its.options().role())) {
      TaskFrame around = task;
      boolean handler = around.handler();
      run(
          TaskFrame.of(titled(its), its.location(), handler, false),
          its.options(),
          its.body()::run);
      task = around;
    }
  }

  private void run(TaskFrame frame, Options its, Consumer<HostSession> body) {
    Effective inside = options.peek().inside(its);
    task = frame;
    run.tell(new Event.TaskStarted(host, frame.name(), frame.location(), frame.handler()));
    Runnable rounds =
        () -> rounds(inside, its, () -> debugging.task(frame, () -> body.accept(session)));
    attempts.guarded(
        () -> roles.within(inside.role(), () -> together(its, frame.location(), rounds)));
  }

  /** With the role that it belongs to, as in {@code nginx : Install}. */
  private String titled(Task its) {
    Optional<Role> role = options.peek().inside(its.options()).role();
    return role.map(each -> each.title() + " : " + its.name()).orElse(its.name());
  }

  /** A named piece of a body with options of its own. */
  void block(String name, Location where, Options its, Runnable body) {
    Effective inside = options.peek().inside(its);
    if (!its.tags().isEmpty() && !run.settings().selects(inside.tags())
        || roles.repeated(its.role())) {
      return;
    }
    TaskFrame around = task;
    task = name.isEmpty() ? around : around.piece(name, where);
    try {
      roles.within(inside.role(), () -> together(its, where, () -> rounds(inside, its, body)));
    } finally {
      task = task.doubtful() ? around.inDoubt() : around;
    }
  }

  /** What options say of the other hosts: only some at once, or one for all. */
  void together(Options its, Location where, Runnable body) {
    if (its.runOnce()) {
      once(where, body);
    } else if (its.throttle().isPresent()) {
      throttled(where, its.throttle().get(), body);
    } else {
      body.run();
    }
  }

  private void once(Location where, Runnable body) {
    queue.settle();
    rendezvous.once(
        visit(where),
        host,
        () -> {
          body.run();
          queue.settle();
          return "";
        });
  }

  private void throttled(Location where, int most, Runnable body) {
    queue.settle();
    Location around = throttled;
    rendezvous.throttled(
        where,
        most,
        host,
        () -> {
          throttled = where;
          try {
            body.run();
            queue.settle();
          } finally {
            throttled = around;
          }
        });
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
            roles.ran();
            if (its.delegate().isEmpty()) {
              repeated(its, body);
            } else {
              Effective there = elsewhere(options.peek(), its, task.location());
              inside(there, Map.of(), () -> repeated(its, body));
            }
          });
    } catch (TaskLeft left) {
      tellLeft(left.why());
    } catch (Unknowable unknown) {
      run.tell(new Event.TaskUnknown(host, task.name(), task.location(), unknown.getMessage()));
    }
  }

  void tellLeft(String why) {
    run.tell(new Event.TaskSkipped(host, task.name(), task.location(), why));
  }

  /** Runs a body again while it fails or its {@code until} does not hold. */
  private void repeated(Options its, Runnable body) {
    boolean repeats = its.retries().isPresent() || its.until().isPresent();
    int retries = its.retries().orElse(Judge.RETRIES);
    if (!repeats || run.settings().check()) {
      body.run();
      return;
    }
    for (int attempt = 1; attempt <= retries; attempt++) {
      if (attempts.holds(body) && reached(its)) {
        return;
      }
      run.tell(new Event.Retrying(host, task.name(), "", task.location(), attempt, retries));
      rendezvous.pause(its.delay().orElse(Judge.DELAY));
      state.shells().unlearn();
      options.peek().delegateTo().ifPresent(other -> run.shells(other).unlearn());
    }
    body.run();
    queue.settle();
    if (!reached(its)) {
      String times = retries == 0 ? "" : " after " + (retries + 1) + " attempts";
      throw new KitException(new Problem(task.location(), "until does not hold" + times, ""));
    }
  }

  private boolean reached(Options its) {
    return its.until().isEmpty() || its.until().get().test(session, null);
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
}
