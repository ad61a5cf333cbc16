package kit.script.verb;

import java.util.Set;
import kit.model.Options;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.scope.Reading;
import kit.script.scope.ReadingVerb;

/** {@code preTasks { }} and {@code postTasks { }}: tasks before and after the others. */
enum Section implements ReadingVerb {
  PRE("preTasks"),
  POST("postTasks");

  private final String word;

  Section(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public Set<Place> places() {
    return Set.of(Place.PLAY);
  }

  @Override
  public Place block(Place around) {
    return Place.TASKS;
  }

  @Override
  public void read(Call call, Reading reading) {
    if (call.block() == null || !call.positional().isEmpty() || !call.named().isEmpty()) {
      throw call.problem("'" + word + "' wants a block only", word + " { task('...') { } }");
    }
    reading.play().section(this == PRE, () -> reading.among(Options.NONE, call.block()::call));
  }
}
