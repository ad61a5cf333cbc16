package kit.cli;

import kit.cli.option.RunRequest;
import kit.inventory.HostPattern;

/**
 * The hosts of a command that is given a PATTERN. An expression there leaves some of all hosts, as
 * a limit does.
 *
 * @param request what was said, with the expression
 * @param pattern the hosts of the play
 */
record ChosenHosts(RunRequest request, String pattern) {

  static ChosenHosts of(RunRequest request, String pattern) {
    return HostPattern.holdsExpression(pattern)
        ? new ChosenHosts(request.choosing(pattern), all(request))
        : new ChosenHosts(request, pattern);
  }

  /** Every host that there is. */
  static String all(RunRequest request) {
    return request.inventory().sources().isEmpty() ? "localhost" : "all";
  }
}
