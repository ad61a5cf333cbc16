package kit.script.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kit.catalog.ModuleCatalog;
import kit.catalog.Suggestion;

/** What to do about an unknown word. */
public final class Hints {

  private Hints() {}

  /**
   * @param functions the script's own
   */
  public static String word(
      String wrong, Place place, Verbs verbs, ModuleCatalog catalog, Collection<String> functions) {
    List<String> words = new ArrayList<>(functions);
    words.addAll(verbs.words(place));
    if (place != Place.QUERY) {
      words.addAll(catalog.names());
    }
    return Suggestion.of(wrong, words)
        .map(near -> "did you mean '" + near + "'?")
        .orElse(
            place == Place.QUERY
                ? "there are " + String.join("(...), ", words) + "(...)"
                : "kit doc lists the modules");
  }
}
