package kit.modules.files;

import java.util.Optional;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Change;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * A hard link: another name of a file.
 *
 * @param path the new name, or a directory to put it into
 * @param src a name that the file has
 * @param force whether another file of that name is replaced
 * @param attributes mode, owner and group
 */
record MakeName(String path, Optional<String> src, boolean force, Attributes attributes) {

  Plan plan(Host host) {
    if (src.isEmpty()) {
      throw new PlanException("a hard link needs src", "give src: the file that gets the name");
    }
    String from = HostPath.of(host, src.get(), "src");
    host.askAll(new Stat(from, true), new Stat(path, false), new Stat(HostPath.parent(path), true));
    PathStat file = host.ask(new Stat(from, true));
    if (file.type() != Type.FILE) {
      return Plan.refused(
          file.exists()
              ? "src " + from + " is a " + file.type().word() + ", not a file"
              : "src " + from + " does not exist",
          "only files can have several names");
    }
    PathStat there = host.ask(new Stat(path, false));
    if (there.type() == Type.DIRECTORY) {
      String inside = HostPath.inside(path, HostPath.name(from));
      PathStat entry = host.ask(new Stat(inside, false));
      return entry.type() == Type.DIRECTORY
          ? Plan.refused(inside + " is a directory, not a file", "choose another path")
          : new MakeName(inside, src, force, attributes).link(host, from, file, entry);
    }
    if (!there.exists()
        && host.ask(new Stat(HostPath.parent(path), true)).type() != Type.DIRECTORY) {
      String parent = HostPath.parent(path);
      return Plan.refused(
          "there is no directory " + parent + " for " + path,
          "make it first: file path: '" + parent + "', state: 'directory'");
    }
    return link(host, from, file, there);
  }

  private Plan link(Host host, String from, PathStat file, PathStat there) {
    if (there.exists() && there.inode() == file.inode() && there.device() == file.device()) {
      return attributes.plan(path, there, "path");
    }
    if (there.exists() && !force) {
      return Plan.refused(
          path + " is another " + there.type().word() + " than " + from,
          "give force: true to replace it");
    }
    PathStat after = attributes.applied(file).withTarget("", "");
    String name = Sh.path(path);
    String fresh = Sh.path(path + ".kit") + ".$$";
    String make = "ln -- " + Sh.path(file.linked() ? file.realPath() : from) + " ";
    Change change =
        Plan.change("name " + from + " also " + path)
            .diff(Difference.of(there, after).add("file", "", from).diff(path))
            .run(
                there.exists()
                    ? make
                        + fresh
                        + " && mv -fT -- "
                        + fresh
                        + " "
                        + name
                        + " || { rm -f -- "
                        + fresh
                        + "; exit 1; }\n"
                    : make + name + "\n");
    String script = attributes.script(name, file, after);
    if (!script.isEmpty()) {
      change = change.run(script);
    }
    return new Settled(path, after).on(change, "path").value("state", "hard").value("src", from);
  }
}
