package kit.script.query;

import java.util.List;
import java.util.Set;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.language.Verb;

/** What an expression over one host may ask beside reading names. */
enum QueryWord implements Verb {
  /** {@code has('port')}. */
  HAS("has"),
  DEFINED("defined"),
  /** {@code group('web')}: whether the host is in it. */
  GROUP("group");

  private final String word;

  QueryWord(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public Set<Place> places() {
    return Set.of(Place.QUERY);
  }

  boolean holds(Call call, QueryHost host) {
    List<String> texts = call.texts();
    if (texts.size() != 1 || !call.named().isEmpty() || call.block() != null) {
      throw call.problem("'" + word + "' wants one name", "for example " + word + "('web')");
    }
    String name = texts.get(0);
    return switch (this) {
      case HAS, DEFINED -> host.has(name);
      case GROUP -> host.isIn(name, call.location());
    };
  }
}
