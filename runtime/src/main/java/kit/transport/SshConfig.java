package kit.transport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kit.model.Location;

/**
 * ssh's configuration files, each read once. What holds for a host is found as OpenSSH finds it:
 * the first value of a keyword counts, the user's file comes before the system's.
 */
final class SshConfig {

  private final List<List<SshLine>> files = new ArrayList<>();

  /**
   * @param paths the files, the user's first; one that is not there says nothing
   * @param home where {@code ~} is
   */
  SshConfig(List<Path> paths, Path home) {
    for (Path path : paths) {
      files.add(new SshConfigReader(path, home).read());
    }
  }

  /**
   * What holds for a host.
   *
   * @param host its name as given
   * @param said what was said elsewhere and counts more: the user, the port
   * @param localUser who runs kit
   */
  SshOptions of(String host, SshOptions said, String localUser) {
    SshOptions options = said;
    SshCriteria first = new SshCriteria(host, localUser, options, false);
    pass(first, options);
    if (first.wantsFinalPass()) {
      if (options.first("hostname").isEmpty()) {
        options.add("hostname", List.of("%h"), Location.NONE); // it is settled by now
      }
      pass(new SshCriteria(host, localUser, options, true), options);
    }
    return options;
  }

  private void pass(SshCriteria criteria, SshOptions options) {
    for (List<SshLine> file : files) {
      walk(file, SshCriteria.Verdict.YES, criteria, options);
    }
  }

  private static void walk(
      List<SshLine> lines, SshCriteria.Verdict outer, SshCriteria criteria, SshOptions options) {
    SshCriteria.Verdict now = outer;
    for (SshLine line : lines) {
      if (line instanceof SshLine.Opens opens) {
        now = outer.and(criteria.test(opens));
      } else if (line instanceof SshLine.Included included) {
        walk(included.lines(), now, criteria, options);
      } else if (line instanceof SshLine.Sets sets) {
        if (now.holds()) {
          options.add(sets.key(), sets.words(), sets.where());
        } else if (now.doubt() != null && SshKeywords.matters(sets.key(), options)) {
          throw SshCriteria.undecided(now.doubt());
        }
      }
    }
  }
}
