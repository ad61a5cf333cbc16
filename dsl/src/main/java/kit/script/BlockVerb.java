package kit.script;

import groovy.lang.Closure;
import java.util.List;
import java.util.Set;
import kit.model.Options;

/**
 * {@code block('name', when: { ... }) { }}: in a body, calls with options of their own; among the
 * tasks of a play, tasks that share options.
 */
final class BlockVerb implements ReadingVerb, BodyVerb {

  @Override
  public String word() {
    return "block";
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
    name(call);
    reading.among(options(call, reading.script(), Said.TASKS), call.block()::call);
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
