package kit.modules.files;

import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.Sh;

/**
 * A file that exists, empty if it is new, and whose times may be now.
 *
 * @param path where
 * @param follow whether to look at what a link leads to
 * @param attributes mode, owner and group
 * @param times of reading and change, now by default
 */
record Touch(String path, boolean follow, Attributes attributes, Times times) {

  Plan plan(Host host) {
    Stat parent = new Stat(HostPath.parent(path), true);
    host.askAll(new Stat(path, follow), parent);
    PathStat there = host.ask(new Stat(path, follow));
    if (there.exists()) {
      return new Present(path, follow, attributes, times.or(Times.NOW)).set(host, there);
    }
    if (host.ask(parent).type() != Type.DIRECTORY) {
      return Plan.refused(
          "there is no directory " + parent.path() + " for " + path,
          "make it first: file path: '" + parent.path() + "', state: 'directory'");
    }
    PathStat fresh =
        PathStat.created(Type.FILE, 0644, host.user(), 0, host.now().getEpochSecond())
            .withTarget(there.target(), there.realPath());
    PathStat after = times.applied(host, attributes.applied(fresh));
    String operand = Sh.path(path);
    String script = attributes.script(operand, after);
    Difference difference = Difference.of(PathStat.ABSENT, after);
    Settled settled = new Settled(path, after);
    return settled.holding(
        settled.on(
            Plan.change("create " + path)
                .diff(difference.diff(path))
                .run(
                    "umask 022\ntouch -- "
                        + operand
                        + " || exit\n"
                        + (script.isEmpty() ? "" : "{ " + script.strip() + "; } || exit\n")
                        + times.script(operand, fresh, after)),
            "path"),
        new byte[0]);
  }
}
