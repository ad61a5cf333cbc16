package kit.modules.files;

import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.Sh;

/**
 * What is there already and only has attributes to be set.
 *
 * @param path where
 * @param follow whether to look at what a link leads to
 * @param attributes mode, owner and group
 * @param times of reading and change
 */
record Present(String path, boolean follow, Attributes attributes, Times times) {

  /** It has to be a file. */
  Plan file(Host host) {
    PathStat there = host.ask(new Stat(path, follow));
    if (there.exists() && there.type() != Type.FILE) {
      return Plan.refused(
          path + " is a " + there.type().word() + ", not a file",
          "give the state that it has, or remove it first");
    }
    return anything(host);
  }

  Plan anything(Host host) {
    PathStat there = host.ask(new Stat(path, follow));
    if (!there.exists()) {
      return Plan.refused(
          there.linked()
              ? path + " is a link to " + there.target() + ", which does not exist"
              : path + " does not exist",
          "state: 'touch' or 'directory' makes it, copy and template give it a content");
    }
    return set(host, there);
  }

  /** Sets what differs on something that is there. */
  Plan set(Host host, PathStat there) {
    if (!times.given()) {
      return attributes.plan(path, there, "path");
    }
    PathStat shaped = attributes.applied(there);
    PathStat after = times.applied(host, shaped);
    Settled settled = new Settled(path, after);
    if (shaped.equals(there) && !times.pending(there, after)) {
      return Plan.unchanged(path + " is as it should be", settled.values("path"));
    }
    Difference difference = Difference.of(there, shaped);
    String what = difference.isEmpty() ? "times" : difference.summary() + ", times";
    times.show(difference, there, after);
    String operand = Sh.path(path);
    String script = attributes.script(operand, there, shaped);
    return settled.on(
        Plan.change("set " + what + " of " + path)
            .diff(difference.diff(path))
            .run(
                (script.isEmpty() ? "" : "{ " + script.strip() + "; } || exit\n")
                    + times.script(operand, there, after)),
        "path");
  }
}
