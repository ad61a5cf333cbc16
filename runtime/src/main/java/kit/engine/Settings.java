package kit.engine;

import java.time.Duration;
import java.util.Set;

/**
 * How a run is to be done.
 *
 * @param check only look and tell
 * @param forks how many hosts are worked on at once
 * @param tags run only what has one of these tags; empty for all
 * @param skipTags leave out what has one of these tags
 * @param timeout limit for a call that says none itself
 */
public record Settings(
    boolean check, int forks, Set<String> tags, Set<String> skipTags, Duration timeout) {

  /** Whether something with these tags is to be done. */
  public boolean selects(Set<String> its) {
    for (String tag : its) {
      if (skipTags.contains(tag)) {
        return false;
      }
    }
    if (skipTags.contains("all") && !its.contains("always")
        || skipTags.contains("tagged") && !its.isEmpty()
        || skipTags.contains("untagged") && its.isEmpty()) {
      return false;
    }
    if (its.contains("always")) {
      return true;
    }
    for (String tag : tags) {
      if (its.contains(tag)
          || tag.equals("tagged") && !its.isEmpty() && !its.contains("never")
          || tag.equals("untagged") && its.isEmpty()
          || tag.equals("all") && !its.contains("never")) {
        return true;
      }
    }
    return tags.isEmpty() && !its.contains("never");
  }
}
