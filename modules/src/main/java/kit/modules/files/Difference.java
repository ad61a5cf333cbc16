package kit.modules.files;

import kit.query.PathStat;
import kit.spi.Diff;

/** Field by field, what a change does to a path. */
final class Difference {

  private final StringBuilder before = new StringBuilder();
  private final StringBuilder after = new StringBuilder();
  private final StringBuilder summary = new StringBuilder();

  static Difference of(PathStat before, PathStat after) {
    Difference difference = new Difference();
    boolean fresh = !before.exists();
    difference.add("state", before.type().word(), after.type().word());
    if (after.exists()) {
      difference.add("mode", fresh ? "" : mode(before), mode(after));
      difference.add("owner", before.owner(), after.owner());
      difference.add("group", before.group(), after.group());
    }
    return difference;
  }

  /** Adds a field; nothing happens if it stays the same. */
  Difference add(String field, String from, String to) {
    if (from.equals(to)) {
      return this;
    }
    if (!from.isEmpty()) {
      before.append(field).append(' ').append(from).append('\n');
    }
    if (!to.isEmpty()) {
      after.append(field).append(' ').append(to).append('\n');
    }
    summary.append(summary.isEmpty() ? "" : ", ").append(field).append(' ');
    summary.append(from).append(from.isEmpty() ? "" : " -> ").append(to);
    return this;
  }

  boolean isEmpty() {
    return summary.isEmpty();
  }

  /** In one line: {@code mode 0644 -> 0600, owner root -> app}. */
  String summary() {
    return summary.toString();
  }

  Diff diff(String title) {
    return Diff.of(title, before.toString(), after.toString());
  }

  private static String mode(PathStat stat) {
    return stat.exists() ? Attributes.octal(stat.mode()) : "";
  }
}
