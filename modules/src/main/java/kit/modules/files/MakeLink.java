package kit.modules.files;

import java.util.Optional;
import kit.query.HostPath;
import kit.query.Listing;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Change;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * A symbolic link.
 *
 * @param path where
 * @param src where it points, as it shall be written; empty to leave an existing link as it is
 * @param force whether it may lead to nothing and may replace a file or an empty directory
 * @param follow whether attributes are those of what it leads to
 * @param attributes mode, owner and group
 */
record MakeLink(
    String path, Optional<String> src, boolean force, boolean follow, Attributes attributes) {

  Plan plan(Host host) {
    Stat own = new Stat(path, false);
    if (src.isEmpty()) {
      return existing(host, host.ask(own));
    }
    String written = src.get().startsWith("~") ? HostPath.of(host, src.get(), "src") : src.get();
    if (written.isEmpty() || written.indexOf('\0') >= 0) {
      throw new PlanException("src is no path", "give the path that the link shall hold");
    }
    String base = HostPath.parent(path);
    Stat lead = new Stat(written.startsWith("/") ? written : HostPath.inside(base, written), true);
    host.askAll(own, lead, new Stat(base, true));
    PathStat there = host.ask(own);
    PathStat target = host.ask(lead);
    if (!force && !target.exists()) {
      return Plan.refused(
          "the link's src " + lead.path() + " does not exist",
          "give force: true to make a link that leads to nothing");
    }
    if (there.type() == Type.LINK && there.target().equals(written)) {
      return attributed(host, there);
    }
    if (there.exists() && there.type() != Type.LINK && !force) {
      return Plan.refused(
          path + " is a " + there.type().word() + ", not a link", "give force: true to replace it");
    }
    if (there.type() == Type.DIRECTORY && !host.ask(new Listing(path, 1)).isEmpty()) {
      return Plan.refused(
          "the directory " + path + " is not empty, so no link can replace it",
          "remove it first: file path: '" + path + "', state: 'absent'");
    }
    if (!there.exists() && host.ask(new Stat(base, true)).type() != Type.DIRECTORY) {
      return Plan.refused(
          "there is no directory " + base + " for " + path,
          "make it first: file path: '" + base + "', state: 'directory'");
    }
    return link(host, there, written, lead, target);
  }

  private Change link(Host host, PathStat there, String written, Stat lead, PathStat target) {
    long now = host.now().getEpochSecond();
    String real = target.linked() ? target.realPath() : lead.path();
    PathStat fresh =
        PathStat.created(Type.LINK, 0777, host.user(), written.length(), now)
            .withTarget(written, real);
    boolean through = follow && target.exists();
    PathStat link = follow ? fresh : attributes.applied(fresh);
    PathStat followed = (through ? attributes.applied(target) : target).withTarget(written, real);
    Difference difference = Difference.of(there, link).add("target", there.target(), written);
    Change change =
        Plan.change("link " + path + " -> " + written)
            .diff(difference.diff(path))
            .run(replacing(there, written));
    String operand = Sh.path(path);
    String script =
        through
            ? attributes.script(operand, target, followed)
            : follow ? "" : attributes.script(operand, link);
    if (!script.isEmpty()) {
      change = change.run(script);
    }
    change = new Settled(path, followed).on(change, "path");
    return change
        .predicts(new Stat(path, false), link)
        .value("state", "link")
        .value("src", written);
  }

  private String replacing(PathStat there, String written) {
    String link = Sh.path(path);
    String make = "ln -s -- " + Sh.quote(written) + " ";
    if (!there.exists()) {
      return make + link + "\n";
    }
    if (there.type() == Type.DIRECTORY) {
      return "rmdir -- " + link + " && " + make + link + "\n";
    }
    String fresh = Sh.path(path + ".kit") + ".$$";
    return make
        + fresh
        + " && mv -fT -- "
        + fresh
        + " "
        + link
        + " || { rm -f -- "
        + fresh
        + "; exit 1; }\n";
  }

  private Plan existing(Host host, PathStat there) {
    if (there.type() != Type.LINK) {
      throw new PlanException(
          there.exists() ? path + " is no link" : "there is no link " + path,
          "give src: the path that the link shall hold");
    }
    return attributed(host, there);
  }

  private Plan attributed(Host host, PathStat there) {
    Stat through = new Stat(path, true);
    if (!follow) {
      return attributes.plan(path, there, "path");
    }
    PathStat target = attributes.none() ? there : host.ask(through);
    return target.exists() && !attributes.none()
        ? attributes.plan(path, target, "path")
        : Plan.unchanged(
            path + " leads to " + there.target(), new Settled(path, there).values("path"));
  }
}
