package kit.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All verbs of the language. */
final class Verbs {

  private final Map<String, Verb> words = new TreeMap<>();

  /** The words of expressions that stand in no playbook. */
  static Verbs ofQueries() {
    return new Verbs(QueryWord.values());
  }

  private Verbs(Verb... verbs) {
    add(verbs);
  }

  Verbs() {
    add(new PlayVerb());
    add(new TaskVerb());
    add(new HandlerVerb());
    add(PlaySetting.values());
    add(Section.values());
    add(BodyWord.values());
    add(PlayRule.values());
    add(HostsWord.values());
    add(InventoryWord.values());
    add(AskVerb.values());
    add(new BlockVerb(), new IncludeVerb(), new AttemptVerb(), new ConfirmVerb());
    add(new RoleVerb(), new IncludeVarsVerb());
  }

  /** The verb that a playbook calls so; null if there is none. */
  Verb find(String written) {
    Verb verb = words.get(written);
    if (verb == null && written.indexOf('_') > 0) {
      String plain = written.replace("_", "");
      for (Verb each : words.values()) {
        if (each.word().equalsIgnoreCase(plain) && written.equals(snake(each.word()))) {
          return each;
        }
      }
    }
    return verb;
  }

  Collection<String> words() {
    return words.keySet();
  }

  /** The words that may stand in a place. */
  List<String> words(Place place) {
    List<String> fitting = new ArrayList<>();
    for (Verb verb : words.values()) {
      if (place == Place.ANYWHERE || verb.places().contains(place)) {
        fitting.add(verb.word());
      }
    }
    return fitting;
  }

  private void add(Verb... verbs) {
    for (Verb verb : verbs) {
      words.put(verb.word(), verb);
    }
  }

  private static String snake(String camel) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (Character.isUpperCase(c)) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }
}
