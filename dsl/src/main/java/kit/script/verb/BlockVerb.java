package kit.script.verb;

import groovy.lang.Closure;
import java.util.List;
import java.util.Set;
import kit.model.Body;
import kit.model.Location;
import kit.model.Options;
import kit.model.OptionsBuilder;
import kit.model.Task;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.scope.BodyVerb;
import kit.script.scope.CompiledScript;
import kit.script.scope.HostScope;
import kit.script.scope.OptionsReader;
import kit.script.scope.Reading;
import kit.script.scope.ReadingVerb;
import kit.script.scope.Said;

/**
 * {@code block('name', when: { ... }) { }}: in a body, calls with options of their own; among the
 * tasks of a play, tasks that share options.
 */
final class BlockVerb implements ReadingVerb, BodyVerb {

  private static final String WORD = "block";

  @Override
  public String word() {
    return WORD;
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
    String name = name(call);
    Options its = options(call, reading.script(), Said.BLOCK);
    Options again = repeating(its);
    if (again.equals(Options.NONE)) {
      reading.among(its, call.block()::call);
      return;
    }
    List<Task> tasks = reading.apart(once(its), call.block()::call);
    Location where = call.location();
    Body run = session -> session.block("", where, again, () -> tasks.forEach(session::task));
    String title = name.isEmpty() ? WORD : name;
    reading.play().finder(new Task(title, where, Options.NONE, true, tasks, run));
  }

  /** What is said on the block as a whole. */
  private static Options repeating(Options its) {
    OptionsBuilder whole = new OptionsBuilder();
    whole.loop = its.loop().orElse(null);
    whole.until = its.until().orElse(null);
    whole.retries = its.retries().orElse(null);
    whole.delay = its.delay().orElse(null);
    whole.runOnce = its.runOnce();
    whole.throttle = its.throttle().orElse(null);
    return whole.build();
  }

  /** What each of its tasks takes for itself. */
  private static Options once(Options its) {
    OptionsBuilder each = new OptionsBuilder();
    each.notifies = its.notifies();
    each.become = its.become().orElse(null);
    each.ignoreErrors = its.ignoreErrors().orElse(null);
    each.timeout = its.timeout().orElse(null);
    each.environment = its.environment();
    each.check = its.check().orElse(null);
    each.tags = its.tags();
    each.when = its.when().orElse(null);
    each.vars = its.vars();
    each.delegateTo = its.delegateTo().orElse(null);
    each.delegate = its.delegate().orElse(null);
    each.diff = its.diff().orElse(null);
    each.noLog = its.noLog();
    return each.build();
  }

  @Override
  public Object run(Call call, HostScope host) {
    String name = name(call);
    Closure<?> code = call.block();
    Options options = options(call, host.script(), Said.BLOCK);
    host.session().block(name, call.location(), options, () -> host.run(code));
    return null;
  }

  private static Options options(Call call, CompiledScript script, Said on) {
    return new OptionsReader(script, "a block", call.location()).read(call.named(), on);
  }

  private static String name(Call call) {
    List<String> texts = call.texts();
    if (texts.size() > 1 || call.block() == null) {
      throw call.problem("a block has one name or none, and a block", "block('name') { }");
    }
    return texts.isEmpty() ? "" : texts.get(0);
  }
}
