package kit.script.verb;

import groovy.lang.Closure;
import java.util.List;
import java.util.Set;
import kit.model.Body;
import kit.model.Options;
import kit.model.Task;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.scope.CompiledScript;
import kit.script.scope.OptionsReader;
import kit.script.scope.Reading;
import kit.script.scope.ReadingVerb;
import kit.script.scope.Said;

/** {@code task('name', tags: 'config') { }}. */
final class TaskVerb implements ReadingVerb {

  @Override
  public String word() {
    return "task";
  }

  @Override
  public Set<Place> places() {
    return Set.of(Place.PLAY, Place.TASKS);
  }

  @Override
  public Place block(Place around) {
    return Place.BODY;
  }

  @Override
  public void read(Call call, Reading reading) {
    String name = name(call);
    Options options =
        new OptionsReader(reading.script(), "a task", call.location())
            .read(call.named(), Said.TASK);
    reading.task(new Task(name, call.location(), options, body(call, reading)));
  }

  /** The only text of a call that has a block. */
  static String name(Call call) {
    List<String> texts = call.texts();
    String like = call.name() + "('name') { }";
    if (texts.size() != 1) {
      throw call.problem("a " + call.name() + " needs a name", like);
    }
    if (call.block() == null) {
      throw call.problem("a " + call.name() + " needs a block", like);
    }
    return texts.get(0);
  }

  /** The block of a call as code for each host. */
  static Body body(Call call, Reading reading) {
    CompiledScript script = reading.script();
    Closure<?> code = call.block();
    return session -> script.run(code, session);
  }
}
