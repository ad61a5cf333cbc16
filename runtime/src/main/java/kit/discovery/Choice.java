package kit.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.catalog.Given;
import kit.discovery.Common.Written;
import kit.model.KitException;
import kit.model.Problem;

/**
 * Whether hosts for which a condition holds are kept or left out: one entry of the list {@code
 * filters} in files of Ansible's later plugins.
 *
 * @param keeps whether they are kept
 */
record Choice(boolean keeps, Written condition) {

  /** Whether this is such a list; a map under the same name is the source's own. */
  static boolean isList(String name, Given given) {
    return name.equals("filters")
        && given.value() instanceof List<?> list
        && !list.isEmpty()
        && list.get(0) instanceof Map<?, ?>;
  }

  static List<Choice> of(Given given) {
    List<Choice> choices = new ArrayList<>();
    for (Object each : (List<?>) given.value()) {
      if (!(each instanceof Map<?, ?> map) || map.size() != 1) {
        throw wrong(given, "an entry of the list filters is either include or exclude");
      }
      Map.Entry<?, ?> only = map.entrySet().iterator().next();
      boolean keeps = only.getKey().equals("include");
      if (!keeps && !only.getKey().equals("exclude")) {
        throw wrong(given, "the list filters knows no '" + only.getKey() + "'");
      }
      String condition = Settings.expression(only.getValue());
      choices.add(new Choice(keeps, new Written(condition, given.location())));
    }
    return choices;
  }

  private static KitException wrong(Given given, String message) {
    return new KitException(
        new Problem(given.location(), message, "- include: docker_labels.role == 'web'"));
  }
}
