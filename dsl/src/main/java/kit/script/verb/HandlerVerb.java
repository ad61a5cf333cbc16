package kit.script.verb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.model.Handler;
import kit.model.Options;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.language.Wanted;
import kit.script.scope.OptionsReader;
import kit.script.scope.Reading;
import kit.script.scope.ReadingVerb;
import kit.script.scope.Said;

/** {@code handler('reload nginx', listen: 'web') { }}. */
final class HandlerVerb implements ReadingVerb {

  @Override
  public String word() {
    return "handler";
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
    String name = TaskVerb.name(call);
    Map<String, Object> named = new LinkedHashMap<>(call.named());
    Object topics = named.remove("listen");
    List<String> listen =
        topics == null ? List.of() : Wanted.texts(topics, "listen", call.location());
    Options options =
        new OptionsReader(reading.script(), "a handler", call.location()).read(named, Said.HANDLER);
    reading
        .play()
        .handler(new Handler(name, call.location(), listen, options, TaskVerb.body(call, reading)));
  }
}
