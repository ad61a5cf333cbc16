package kit.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * The kinds of entries in a directory tree, the directory itself among them: how many have the same
 * type, mode, owner and group. Names are not asked for, so that the answer is small for any tree
 * and safe for any name. Symbolic links are not followed.
 *
 * @param path the directory
 */
public record Tree(String path) implements Query<List<Tree.Alike>> {

  /**
   * Entries that have all of this in common.
   *
   * @param count how many
   * @param stat type, mode, owner and group; the rest means nothing
   */
  public record Alike(int count, PathStat stat) {}

  @Override
  public Probe<List<Alike>> probe(List<Query<List<Alike>>> batch) {
    StringBuilder script = new StringBuilder("{\n");
    for (Query<List<Alike>> query : batch) {
      script.append("find ").append(Sh.path(((Tree) query).path));
      script.append(" -exec stat -c '%f|%u|%g|%U|%G' {} + | sort | uniq -c; echo .\n");
    }
    script.append("} 2>/dev/null\n");
    return new Probe<>(script.toString(), Tree::read);
  }

  private static List<List<Alike>> read(Output output) {
    List<List<Alike>> answers = new ArrayList<>();
    List<Alike> tree = new ArrayList<>();
    for (String line : output.text().split("\n")) {
      if (line.equals(".")) {
        answers.add(List.copyOf(tree));
        tree.clear();
      } else {
        tree.add(alike(line.strip()));
      }
    }
    return answers;
  }

  private static Alike alike(String line) {
    int blank = line.indexOf(' ');
    String[] fields = line.substring(blank + 1).split("\\|", -1);
    int raw = Integer.parseInt(fields[0], 16);
    PathStat stat =
        PathStat.created(StatFields.type(raw), raw & 07777, "", 0, 0)
            .withOwner(fields[3], Long.parseLong(fields[1]))
            .withGroup(fields[4], Long.parseLong(fields[2]));
    return new Alike(Integer.parseInt(line.substring(0, blank)), stat);
  }

  @Override
  public Set<Resource> about() {
    return new Stat(path, false).about();
  }
}
