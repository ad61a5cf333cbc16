package kit.script.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The verbs of a language: of playbooks, or of expressions over one host. */
public final class Verbs {

  private final Map<String, Verb> words = new TreeMap<>();

  public Verbs(List<? extends Verb> verbs) {
    for (Verb verb : verbs) {
      words.put(verb.word(), verb);
    }
  }

  /** The verb that a playbook calls so; null if there is none. */
  public Verb find(String written) {
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

  public Collection<String> words() {
    return words.keySet();
  }

  /** The words that may stand in a place. */
  public List<String> words(Place place) {
    List<String> fitting = new ArrayList<>();
    for (Verb verb : words.values()) {
      if (place == Place.ANYWHERE || verb.places().contains(place)) {
        fitting.add(verb.word());
      }
    }
    return fitting;
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
