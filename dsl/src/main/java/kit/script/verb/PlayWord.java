package kit.script.verb;

import java.util.Set;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.scope.CompiledScript;
import kit.script.scope.PlayBuilder;
import kit.script.scope.Reading;
import kit.script.scope.ReadingVerb;

/** A verb that says something of the play it stands in, also as a named argument of the play. */
interface PlayWord extends ReadingVerb {

  @Override
  default Set<Place> places() {
    return Set.of(Place.PLAY);
  }

  @Override
  default void read(Call call, Reading reading) {
    if (call.block() != null) {
      throw call.problem("'" + word() + "' takes no block", "see docs/language.md");
    }
    set(call, reading.play(), reading.script());
  }

  /**
   * @throws kit.model.KitException with what is wrong with the call
   */
  void set(Call call, PlayBuilder play, CompiledScript script);
}
