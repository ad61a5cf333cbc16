package kit.script.verb;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kit.model.Body;
import kit.model.Failure;
import kit.model.HostSession;
import kit.model.Location;
import kit.model.Options;
import kit.model.OptionsBuilder;
import kit.model.Task;
import kit.script.language.AttemptWords;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.scope.BodyVerb;
import kit.script.scope.HostScope;
import kit.script.scope.Reading;
import kit.script.scope.ReadingVerb;
import kit.script.value.StrictMap;

/**
 * {@code attempt { } rescue { e -> } always { }}; the compiler makes one call of it, with the later
 * blocks as named arguments. In a body the blocks hold calls, among the tasks of a play tasks;
 * those of rescue have a variable in place of the parameter.
 */
final class AttemptVerb implements ReadingVerb, BodyVerb {

  @Override
  public String word() {
    return AttemptWords.ATTEMPT;
  }

  @Override
  public Set<Place> places() {
    return Set.of(Place.PLAY, Place.TASKS, Place.BODY);
  }

  @Override
  public Place block(Place around) {
    return around == Place.PLAY || around == Place.TASKS ? Place.TASKS : Place.ANYWHERE;
  }

  @Override
  public void read(Call call, Reading reading) {
    refuseMissing(call);
    List<Task> body = reading.apart(Options.NONE, call.block()::call);
    Closure<?> rescue = block(call, AttemptWords.RESCUE);
    Closure<?> always = block(call, AttemptWords.ALWAYS);
    List<Task> rescuing = rescue == null ? null : reading.apart(Options.NONE, rescue::call);
    List<Task> last = always == null ? null : reading.apart(Options.NONE, always::call);
    List<Task> held = new ArrayList<>(body);
    held.addAll(rescuing == null ? List.of() : rescuing);
    held.addAll(last == null ? List.of() : last);
    Location where = call.location();
    Body run =
        session ->
            session.attempt(
                where,
                () -> body.forEach(session::task),
                Optional.ofNullable(rescuing).map(tasks -> e -> rescue(tasks, e, session, where)),
                Optional.ofNullable(last).map(tasks -> () -> tasks.forEach(session::task)));
    reading.play().finder(new Task(AttemptWords.ATTEMPT, where, Options.NONE, true, held, run));
  }

  private static void rescue(List<Task> tasks, Failure e, HostSession session, Location where) {
    OptionsBuilder told = new OptionsBuilder();
    told.vars = Map.of(AttemptWords.FAILURE, fields(e));
    session.block("", where, told.build(), () -> tasks.forEach(session::task));
  }

  private static void refuseMissing(Call call) {
    boolean more =
        block(call, AttemptWords.RESCUE) != null || block(call, AttemptWords.ALWAYS) != null;
    if (call.block() == null || !more) {
      throw call.problem("attempt wants blocks", "attempt { } rescue { e -> } always { }");
    }
  }

  @Override
  public Object run(Call call, HostScope host) {
    refuseMissing(call);
    Closure<?> rescue = block(call, AttemptWords.RESCUE);
    Closure<?> always = block(call, AttemptWords.ALWAYS);
    Optional<Consumer<Failure>> then =
        Optional.ofNullable(rescue).map(code -> failure -> rescue(code, failure, host));
    Optional<Runnable> last = Optional.ofNullable(always).map(code -> () -> host.run(code));
    host.session().attempt(call.location(), () -> host.run(call.block()), then, last);
    return null;
  }

  private static Closure<?> block(Call call, String name) {
    return call.named().get(name) instanceof Closure<?> code ? code : null;
  }

  private static void rescue(Closure<?> code, Failure failure, HostScope host) {
    if (code.getMaximumNumberOfParameters() == 0) {
      host.run(code);
      return;
    }
    host.run(code, new StrictMap("the failure", fields(failure), host.session().secrets()));
  }

  private static Map<String, Object> fields(Failure failure) {
    Map<String, Object> fields = new LinkedHashMap<>(failure.values());
    fields.put("message", failure.message());
    fields.put("host", failure.host());
    fields.put("task", failure.task());
    fields.put("location", failure.location().toString());
    fields.put("unreachable", failure.unreachable());
    return fields;
  }
}
