package kit.script.verb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.scope.PlayBuilder;
import kit.script.scope.Reading;
import kit.script.scope.ReadingVerb;
import kit.script.value.Text;

/** {@code play('name') { }} and {@code play(name: 'x', hosts: 'web') { }}. */
final class PlayVerb implements ReadingVerb {

  @Override
  public String word() {
    return "play";
  }

  @Override
  public Set<Place> places() {
    return Set.of(Place.PLAYBOOK);
  }

  @Override
  public Place block(Place around) {
    return Place.PLAY;
  }

  @Override
  public void read(Call call, Reading reading) {
    Map<String, Object> named = new LinkedHashMap<>(call.named());
    Object hosts = named.get("hosts");
    Object name = named.remove("name");
    List<String> texts = call.texts();
    if (call.block() == null) {
      throw call.problem("a play needs a block", "play('name') { hosts 'all' }");
    }
    if (texts.size() > 1 || !texts.isEmpty() && name != null) {
      throw call.problem("a play has one name", "play('name') { hosts 'all' }");
    }
    String title = texts.isEmpty() ? "" : texts.get(0);
    if (texts.isEmpty()) {
      Object said = name == null ? hosts : name;
      title = said == null ? "play" : Text.of(said);
    }
    PlayBuilder play = new PlayBuilder(title, call.location(), reading.script());
    for (Map.Entry<String, Object> each : named.entrySet()) {
      PlaySetting.named(each.getKey(), each.getValue(), call, play, reading);
    }
    reading.play(play, call.block());
  }
}
