package kit.modules.docker;

import kit.spi.Diff;

/** Field by field, what a change does: a line for what goes and one for what comes. */
final class Lines {

  private final StringBuilder before = new StringBuilder();
  private final StringBuilder after = new StringBuilder();

  /** Adds a field; an empty side has no line. */
  Lines add(String field, String from, String to) {
    if (!from.equals(to)) {
      line(before, field, from);
      line(after, field, to);
    }
    return this;
  }

  private static void line(StringBuilder text, String field, String value) {
    if (!value.isEmpty()) {
      text.append(field).append(": ").append(value.replace("\n", "\\n")).append('\n');
    }
  }

  /** Adds these to others. */
  void into(Lines others) {
    others.before.append(before);
    others.after.append(after);
  }

  /** In one line. */
  String brief() {
    String from = before.toString().strip().replace("\n", ", ");
    String to = after.toString().strip().replace("\n", ", ");
    return (from.isEmpty() ? "none" : from) + " -> " + (to.isEmpty() ? "none" : to);
  }

  boolean none() {
    return before.isEmpty() && after.isEmpty();
  }

  Diff diff(String title) {
    return Diff.of(title, before.toString(), after.toString());
  }
}
