package kit.inventories.docker;

import java.util.List;
import java.util.Map;
import kit.spi.PlanException;

/**
 * Which containers are meant.
 *
 * @param names patterns of names
 * @param images patterns of images
 * @param labels {@code KEY} or {@code KEY=VALUE}, the value a pattern
 */
record Pick(List<String> names, List<String> images, List<String> labels) {

  /**
   * @param setting where it stands
   */
  static Pick of(String setting, Map<String, Object> said) {
    Map<String, List<String>> lists = Docker.listed(said);
    for (String key : lists.keySet()) {
      if (!List.of("name", "image", "label").contains(key)) {
        throw new PlanException(
            "docker: " + setting + " cannot go by '" + key + "'",
            "by name, image or label; the engine's own filters go into filters");
      }
    }
    return new Pick(
        lists.getOrDefault("name", List.of()),
        lists.getOrDefault("image", List.of()),
        lists.getOrDefault("label", List.of()));
  }

  boolean isEmpty() {
    return names.isEmpty() && images.isEmpty() && labels.isEmpty();
  }

  /** Whether one of them fits the container. */
  boolean fits(Box box) {
    for (String label : labels) {
      int at = label.indexOf('=');
      String value = box.label(at < 0 ? label : label.substring(0, at)).orElse(null);
      if (value != null && (at < 0 || matches(label.substring(at + 1), value))) {
        return true;
      }
    }
    return any(names, box.name()) || any(images, box.image());
  }

  private static boolean any(List<String> patterns, String text) {
    for (String pattern : patterns) {
      if (matches(pattern, text)) {
        return true;
      }
    }
    return false;
  }

  /** With {@code *} for any text and {@code ?} for one sign, in time that grows evenly. */
  static boolean matches(String pattern, String text) {
    int p = 0;
    int star = -1;
    int from = 0;
    for (int t = 0; t < text.length(); ) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        from = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++from;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
