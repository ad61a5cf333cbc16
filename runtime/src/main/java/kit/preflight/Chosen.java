package kit.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kit.catalog.Suggestion;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.script.language.ScriptIndex;
import kit.script.language.ScriptIndex.Mention;
import kit.script.language.ScriptIndex.Trait;

/**
 * What of a playbook the user chose.
 *
 * @param tags names given with {@code --tags}
 * @param skipTags names given with {@code --skip-tags}
 */
public record Chosen(List<String> tags, List<String> skipTags) {

  /** Tags that need nobody who has them. */
  private static final Set<String> SPECIAL = Set.of("all", "always", "never", "tagged", "untagged");

  /** Tags that nothing in the playbook has. */
  List<Problem> unknown(ScriptIndex index) {
    boolean none = tags.isEmpty() && skipTags.isEmpty();
    if (none || index.traits().contains(Trait.OPEN_TAGS) || !index.complete()) {
      return List.of();
    }
    Set<String> known = new TreeSet<>();
    for (Mention tag : index.tags()) {
      known.add(tag.name());
    }
    List<Problem> problems = new ArrayList<>();
    unknown("--tags", tags, known, problems);
    unknown("--skip-tags", skipTags, known, problems);
    return problems;
  }

  private static void unknown(
      String option, List<String> named, Set<String> known, List<Problem> problems) {
    String all =
        known.isEmpty() ? "the playbook has no tags" : "there are " + String.join(", ", known);
    for (String tag : named) {
      if (!known.contains(tag) && !SPECIAL.contains(tag)) {
        problems.add(
            new Problem(
                new Location(option, 0, 0),
                "nothing has the tag '" + tag + "'",
                Suggestion.hint(tag, known, all),
                Mistake.UNKNOWN_TAG));
      }
    }
  }
}
