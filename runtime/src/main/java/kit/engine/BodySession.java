package kit.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kit.model.Confirm;
import kit.model.Failure;
import kit.model.Handler;
import kit.model.HostSession;
import kit.model.Invocation;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Options;
import kit.model.Problem;
import kit.model.Question;
import kit.model.Role;
import kit.model.Secrets;
import kit.model.Task;
import kit.query.Facts;
import kit.spi.Assigning;
import kit.spi.Result;
import kit.spi.Result.Status;

/** What the bodies of one host may do: makes calls, reads variables and facts, steers. */
final class BodySession implements HostSession {

  private final HostPlay play;
  private final RunContext run;
  private final HostScope scope;
  private final HostState state;

  BodySession(HostPlay play, RunContext run, HostScope scope, HostState state) {
    this.play = play;
    this.run = run;
    this.scope = scope;
    this.state = state;
  }

  @Override
  public Result call(Invocation invocation) {
    Options its = invocation.options();
    if (!its.runOnce() && its.throttle().isEmpty()) {
      return queued(invocation);
    }
    Result[] result = new Result[1];
    if (its.runOnce()) {
      result[0] = (Result) once(invocation.location(), () -> queued(invocation));
      its.register().ifPresent(name -> scope.set(name, result[0]));
    } else {
      play.together(its, invocation.location(), () -> result[0] = queued(invocation));
    }
    return result[0];
  }

  private Result queued(Invocation invocation) {
    Effective its = play.options().inside(invocation.options());
    if (invocation.options().delegate().isPresent()) {
      its = play.elsewhere(its, invocation.options(), invocation.location());
    }
    if (!wanted(invocation, its)) {
      return new Judge.Ended(
          new Outcome(Status.SKIPPED, "left out", "", Map.of("skipped", true), List.of()),
          true,
          null);
    }
    if (invocation.module() instanceof Assigning assigning) {
      assigning.variables().forEach(scope::set);
    }
    List<String> notifies =
        Topics.resolve(its.notifies(), play.roles().handlers(), its.role(), invocation.location());
    invocation.options().delegateTo().ifPresent(other -> known(other, invocation.location()));
    Shells shells =
        its.delegateTo().isEmpty() ? state.shells() : run.shells(its.delegateTo().get());
    CallHost seen =
        new CallHost(
            shells.host(),
            shells,
            shells.as(its.become()),
            scope,
            run.surroundings(),
            its.role(),
            invocation.options().vars());
    Pending pending = play.pending(invocation, its, notifies, seen);
    play.queue().add(pending);
    invocation.options().register().ifPresent(name -> scope.set(name, pending));
    return pending;
  }

  /** Names of hosts are judged where they are said. */
  private void known(String other, Location where) {
    run.surroundings().variablesOf(other, where);
  }

  private boolean wanted(Invocation invocation, Effective its) {
    Options own = invocation.options();
    return (own.tags().isEmpty() || run.settings().selects(its.tags()))
        && (own.when().isEmpty() || own.when().get().test(this, null));
  }

  @Override
  public String host() {
    return play.host();
  }

  @Override
  public List<String> groups() {
    return scope.groups();
  }

  @Override
  public Map<String, Object> moduleDefaults(String module) {
    return play.play().rules().moduleDefaults().getOrDefault(module, Map.of());
  }

  @Override
  public boolean has(String variable) {
    return scope.has(variable);
  }

  @Override
  public Set<String> variables() {
    return scope.names();
  }

  @Override
  public Object variable(String name, Location where) {
    return scope.get(name, where);
  }

  @Override
  public void locals(Location where, Map<String, Object> values) {
    run.debugger().ifPresent(debugger -> play.debugging().locals(where, values));
  }

  @Override
  public Map<String, Object> locals(Location where) {
    return play.debugging().locals(where);
  }

  @Override
  public Map<String, Object> variablesOf(String other, Location where) {
    return run.surroundings().variablesOf(other, where);
  }

  @Override
  public Map<String, Object> facts() {
    if (state.facts() == null) {
      state.facts(play.queue().answer(new Facts(), state.shells().as(play.options().become())));
      scope.gathered(state.facts());
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
              "read facts on that host before, in an earlier play or before a barrier"));
    }
    return facts;
  }

  @Override
  public Optional<Role> role() {
    return play.roles().current();
  }

  @Override
  public void includeVars(String path, String name, Location where) {
    scope.include(path, name, where);
  }

  @Override
  public Object filter(String name, List<?> arguments, Map<String, Object> named, Location where) {
    return run.surroundings().filter(name, arguments, named, scope, where);
  }

  @Override
  public void skip(String why) {
    throw new TaskLeft(why);
  }

  @Override
  public Secrets secrets() {
    return run.surroundings().secrets();
  }

  @Override
  public void print(String text, Location where) {
    play.queue().settle();
    run.tell(new Event.Printed(play.host(), text, where));
  }

  @Override
  public void block(String name, Location where, Options options, Runnable body) {
    play.block(name, where, options, body);
  }

  @Override
  public void attempt(
      Location where,
      Runnable body,
      Optional<Consumer<Failure>> rescue,
      Optional<Runnable> always) {
    play.attempts().attempt(body, rescue, always);
  }

  @Override
  public void confirm(Confirm confirm, Location where, Runnable body) {
    Optional<String> other = play.options().delegateTo();
    play.guards().confirm(confirm, where, other.map(run::shells).orElse(state.shells()), body);
  }

  @Override
  public void barrier(Location where) {
    play.queue().settle();
    play.rendezvous().barrier(play.visit(where), play.host());
  }

  @Override
  public Object once(Location where, Supplier<Object> body) {
    play.queue().settle();
    Object given =
        play.rendezvous()
            .once(
                play.visit(where),
                play.host(),
                () -> {
                  Object value = body.get();
                  play.queue().settle();
                  return value instanceof Pending call ? call.settled() : value;
                });
    return given instanceof Judge.Ended ended
        ? new Judge.Ended(ended.outcome(), ended.complete(), play)
        : given;
  }

  @Override
  public void on(String host, Location where, Runnable body) {
    known(host, where);
    play.inside(Effective.on(play.options(), host), Map.of(), body);
  }

  @Override
  public void task(Task task) {
    play.task(task);
  }

  @Override
  public void handler(Handler handler) {
    play.roles().add(handler);
  }

  @Override
  public void addHost(String name, List<String> groups, Map<String, Object> vars, Location where) {
    play.queue().settle();
    run.surroundings().addHost(play.host(), name, groups, vars, where);
  }

  @Override
  public void groupBy(String group, Location where) {
    addHost(play.host(), List.of(group), Map.of(), where);
  }

  @Override
  public void refreshInventory(Location where) {
    once(
        where,
        () -> {
          run.surroundings().refreshInventory();
          return null;
        });
  }

  @Override
  public String ask(Question question) {
    return (String) once(question.location(), () -> answer(question));
  }

  private String answer(Question question) {
    String name = question.name();
    return name.isEmpty() || !scope.has(name)
        ? run.surroundings().ask(question)
        : String.valueOf(scope.get(name, question.location()));
  }

  @Override
  public void breakpoint(Location where) {
    play.debugging().breakpoint(where);
  }

  @Override
  public void flushHandlers() {
    play.flushHandlers();
  }

  @Override
  public void endHost(String why) {
    play.queue().settle();
    play.tellLeft("the play ends here for this host: " + why);
    throw new HostEnded();
  }

  @Override
  public void endPlay(String why) {
    play.queue().settle();
    play.tellLeft("the play ends here for all hosts: " + why);
    play.rendezvous().endPlay();
    throw new HostEnded();
  }
}
