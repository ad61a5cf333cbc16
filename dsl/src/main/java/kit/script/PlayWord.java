package kit.script;

import java.util.Set;

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
