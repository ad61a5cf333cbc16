package kit.script.compiler;

import java.util.Optional;
import java.util.Set;
import kit.catalog.ModuleCatalog;
import kit.script.language.Hints;
import kit.script.language.Place;
import kit.script.language.Verb;
import kit.script.language.Verbs;

/**
 * All words that mean something in a script.
 *
 * @param verbs the verbs
 * @param catalog the modules
 * @param own what the script declares
 */
record Vocabulary(Verbs verbs, ModuleCatalog catalog, OwnNames own) {

  private static final Set<String> VALUES = Set.of("facts", "groups", "hostvars", "omit");

  /** What a word is that a script may not give another meaning; null if it is free. */
  String taken(String name) {
    if (catalog.nameOf(name).isPresent()) {
      return "a module";
    }
    return verbs.find(name) != null || VALUES.contains(name) ? "a word of the language" : null;
  }

  /** The same for a variable, which may have the name of a word that is said of plays only. */
  String takenInBodies(String name) {
    Verb verb = verbs.find(name);
    boolean body =
        verb != null && (verb.places().contains(Place.BODY) || verb.places().contains(Place.TASKS));
    return verb == null || body || catalog.nameOf(name).isPresent() ? taken(name) : null;
  }

  Optional<String> module(String name) {
    return catalog.nameOf(name);
  }

  String hint(String wrong, Place place) {
    return Hints.word(wrong, place, verbs, catalog, own.functions());
  }
}
