package kit.script.verb;

import groovy.lang.Closure;
import java.util.List;
import java.util.Set;
import kit.model.Location;
import kit.model.Options;
import kit.model.Task;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.language.Wanted;
import kit.script.scope.BodyVerb;
import kit.script.scope.CompiledScript;
import kit.script.scope.HostScope;
import kit.script.scope.OptionsReader;
import kit.script.scope.Reading;
import kit.script.scope.ReadingVerb;
import kit.script.scope.Said;
import kit.script.value.Frozen;

/**
 * {@code include 'tasks/web.groovy', tags: 'web'}: the tasks of another file. Among tasks the path
 * may be computed for each host: {@code include { "tasks/${facts.os.family}.groovy" }}.
 */
final class IncludeVerb implements ReadingVerb, BodyVerb {

  static final String WORD = "include";

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public boolean runs() {
    return true;
  }

  @Override
  public Set<Place> places() {
    return Set.of(Place.PLAY, Place.TASKS, Place.BODY);
  }

  @Override
  public Place block(Place around) {
    return Place.VALUE;
  }

  @Override
  public void read(Call call, Reading reading) {
    CompiledScript script = reading.script();
    Options options = options(call, script);
    Closure<?> code = call.block();
    if (code == null) {
      reading.among(options, () -> reading.include(path(call), call.location()));
      return;
    }
    Location where = call.location();
    Options around = reading.play().within(options);
    reading
        .play()
        .finder(
            new Task(
                WORD,
                where,
                Options.NONE,
                true,
                session -> {
                  String path = Wanted.text(Frozen.of(script.run(code, session)), WORD, where);
                  script.files().included(path, script.file(), where).run(session, around);
                }));
  }

  @Override
  public Object run(Call call, HostScope host) {
    if (call.block() != null) {
      throw call.problem("in a task, include wants a path", "include \"tasks/${kind}.groovy\"");
    }
    CompiledScript script = host.script();
    Options options = options(call, script);
    script
        .files()
        .included(path(call), script.file(), call.location())
        .run(host.session(), options);
    return null;
  }

  private static Options options(Call call, CompiledScript script) {
    return new OptionsReader(script, WORD, call.location()).read(call.named(), Said.TASKS);
  }

  private static String path(Call call) {
    List<String> texts = call.texts();
    if (texts.size() != 1) {
      throw call.problem("include wants the path of one file", "include 'tasks/web.groovy'");
    }
    return texts.get(0);
  }
}
