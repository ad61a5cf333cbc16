package kit.modules.files;

import java.util.List;
import kit.query.Listing;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * Nothing at a path.
 *
 * @param path where; a link is removed, not what it leads to
 */
record Remove(String path) {

  private static final int SHOWN = 100;

  Plan plan(Host host) {
    if (path.equals("/")) {
      throw new PlanException("path is /, and the whole host will not be removed", "");
    }
    PathStat there = host.ask(new Stat(path, false));
    Settled settled = new Settled(path, PathStat.ABSENT);
    if (!there.exists()) {
      return Plan.unchanged("there is no " + path, settled.values("path"));
    }
    if (there.type() != Type.DIRECTORY) {
      return settled.on(
          Plan.change("remove " + there.type().word() + " " + path)
              .diff(Difference.of(there, PathStat.ABSENT).diff(path))
              .run("rm -f -- " + Sh.path(path) + "\n"),
          "path");
    }
    List<String> entries = host.ask(new Listing(path, SHOWN + 1));
    return settled.on(tree(entries).run("rm -rf -- " + Sh.path(path) + "\n"), "path");
  }

  private Change tree(List<String> entries) {
    StringBuilder before = new StringBuilder("directory ").append(path).append('\n');
    boolean more = entries.size() > SHOWN;
    for (String entry : more ? entries.subList(0, SHOWN) : entries) {
      before.append(entry).append('\n');
    }
    String count =
        more ? "more than " + SHOWN : entries.isEmpty() ? "nothing" : "" + entries.size();
    before.append(more ? "and more\n" : "");
    return Plan.change("remove directory " + path + " with " + count + " in it")
        .diff(Diff.of(path, before.toString(), ""));
  }
}
