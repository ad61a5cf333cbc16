package kit.report;

/** Takes the lines of a report that stay. */
@FunctionalInterface
interface Lines {
  void line(String line);
}
