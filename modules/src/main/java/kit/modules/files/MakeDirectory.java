package kit.modules.files;

import java.util.List;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.query.Tree;
import kit.query.Tree.Alike;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.Sh;

/**
 * A directory with all above it.
 *
 * @param path where
 * @param recurse whether the attributes are set in the whole tree
 * @param follow whether a link to a directory counts as one
 * @param attributes mode, owner and group
 * @param times of reading and change
 */
record MakeDirectory(
    String path, boolean recurse, boolean follow, Attributes attributes, Times times) {

  Plan plan(Host host) {
    PathStat there = host.ask(new Stat(path, follow));
    if (there.exists() && there.type() != Type.DIRECTORY) {
      return Plan.refused(
          path + " is a " + there.type().word() + ", not a directory",
          "remove it first: file path: '" + path + "', state: 'absent'");
    }
    if (!there.exists()) {
      return create(host, there.realPath().isEmpty() ? path : there.realPath());
    }
    return recurse && !attributes.none()
        ? tree(host, there)
        : new Present(path, follow, attributes, times).set(host, there);
  }

  private Plan create(Host host, String place) {
    Directories directories = Directories.upTo(host, place, attributes);
    if (!directories.obstacle().isEmpty()) {
      return directories.refusal();
    }
    PathStat fresh =
        PathStat.created(Type.DIRECTORY, 0755, host.user(), 0, host.now().getEpochSecond());
    PathStat after = attributes.applied(fresh);
    Change change = Plan.change("create directory " + path);
    for (String missing : directories.missing()) {
      change = change.diff(Difference.of(PathStat.ABSENT, after).diff(missing));
    }
    return new Settled(place, after).on(directories.make(host, change), "path");
  }

  private Plan tree(Host host, PathStat there) {
    String root = there.linked() ? there.realPath() : path;
    List<Alike> kinds = host.ask(new Tree(root));
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    StringBuilder script = new StringBuilder();
    int entries = 0;
    for (Alike kind : kinds) {
      PathStat wanted = attributes.applied(kind.stat());
      if (!wanted.equals(kind.stat())) {
        entries += kind.count();
        before.append(shown(kind.count(), kind.stat()));
        after.append(shown(kind.count(), wanted));
        script.append(commands(root, kind.stat(), wanted));
      }
    }
    if (entries == 0) {
      return new Present(path, follow, attributes, times).set(host, there);
    }
    String title = path + " and what is in it";
    return new Settled(path, attributes.applied(there))
        .on(
            Plan.change(
                    "set attributes of "
                        + entries
                        + (entries == 1 ? " entry" : " entries")
                        + " in "
                        + path)
                .diff(Diff.of(title, before.toString(), after.toString()))
                .run(script.toString()),
            "path");
  }

  /** What has the old attributes gets the new ones; find passes the names itself. */
  private String commands(String root, PathStat before, PathStat after) {
    StringBuilder script = new StringBuilder("find ").append(Sh.path(root));
    // a directory last, since its new mode may close it
    script.append(" -depth -type ").append(letter(before.type()));
    if (before.type() != Type.LINK) {
      script.append(" -perm ").append(Attributes.octal(before.mode()));
    }
    script.append(" -user ").append(before.uid()).append(" -group ").append(before.gid());
    for (String command : attributes.script("{}", before, after).strip().split(" && ")) {
      script.append(" -exec ").append(command).append(" +");
    }
    return script.append(" || exit\n").toString();
  }

  private static String shown(int count, PathStat stat) {
    return count
        + " x "
        + stat.type().word()
        + ": mode "
        + Attributes.octal(stat.mode())
        + ", owner "
        + stat.owner()
        + ", group "
        + stat.group()
        + "\n";
  }

  private static char letter(Type type) {
    return switch (type) {
      case DIRECTORY -> 'd';
      case LINK -> 'l';
      case FIFO -> 'p';
      case SOCKET -> 's';
      case BLOCK -> 'b';
      case CHAR -> 'c';
      case FILE, ABSENT -> 'f';
    };
  }
}
