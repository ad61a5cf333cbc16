package kit.report;

/**
 * How much is told.
 *
 * @param verbosity 0 what matters, 1 every host and why, 2 commands and their output as well
 * @param diff whether differences are shown line by line
 */
public record Detail(int verbosity, boolean diff) {

  int diffLines() {
    return verbosity == 0 ? 100 : 1000;
  }

  int outputLines() {
    return verbosity == 0 ? 10 : 100;
  }
}
