package kit.modules.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.query.HostPath;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * What of a repository is at a path of the host.
 *
 * @param path the directory
 * @param remote name of the remote
 * @param bare whether it has no files checked out
 */
record WorkTree(String path, String remote, boolean bare) implements Query<WorkTree.Found> {

  /** What is at the path. */
  enum State {
    NO_GIT,
    ABSENT,
    EMPTY,
    REPOSITORY,
    SOMETHING_ELSE
  }

  /**
   * What there is.
   *
   * @param state what is at the path
   * @param head commit that is checked out; empty if there is none
   * @param url where the remote is; empty if there is no such remote
   * @param modified files changed since, as git status lists them
   * @param refs commits by the names of branches and tags, where the repository is bare
   * @param problem what git complains about; empty if it does not
   */
  record Found(
      State state,
      String head,
      String url,
      List<String> modified,
      Map<String, String> refs,
      String problem) {

    Found at(String commit, String where, Map<String, String> names) {
      return new Found(State.REPOSITORY, commit, where, List.of(), names, "");
    }
  }

  private static final int SHOWN = 20;

  @Override
  public Object kind() {
    return this;
  }

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    String place = Sh.path(path);
    String script =
        "(\nunset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE; export GIT_OPTIONAL_LOCKS=0 LC_ALL=C\n"
            // a broken repository must not be taken for the one around it
            + "export GIT_CEILING_DIRECTORIES="
            + Sh.quote(HostPath.parent(path))
            + "\nif ! command -v git >/dev/null 2>&1; then echo NO_GIT\n"
            + "elif [ ! -e "
            + place
            + " ] && [ ! -L "
            + place
            + " ]; then echo ABSENT\nelif [ ! -d "
            + place
            + " ]; then echo SOMETHING_ELSE\nelif cd "
            + place
            + " && [ "
            + (bare ? "-d objects" : "-e .git")
            + " ]; then echo REPOSITORY\n"
            + "git rev-parse -q --verify 'HEAD^{commit}' || echo\n"
            + "git config --get "
            + Sh.quote("remote." + remote + ".url")
            + " || echo\n"
            + (bare
                ? "git for-each-ref --format='%(if)%(*objectname)%(then)%(*objectname)%(else)"
                    + "%(objectname)%(end) %(refname)' refs/heads refs/tags\n"
                : "git status --porcelain -uno | head -n " + SHOWN + "\n")
            + "elif [ -z \"$(ls -A)\" ]; then echo EMPTY\nelse echo SOMETHING_ELSE; fi\n)\n";
    return new Probe<>(script, output -> List.of(read(output)));
  }

  private Found read(Output output) {
    String[] lines = output.text().split("\n", -1);
    State state = State.valueOf(lines[0]);
    if (state != State.REPOSITORY) {
      return new Found(state, "", "", List.of(), Map.of(), "");
    }
    List<String> modified = new ArrayList<>();
    Map<String, String> refs = new LinkedHashMap<>();
    for (int i = 3; i < lines.length; i++) {
      int blank = lines[i].indexOf(' ');
      if (bare && blank > 0) {
        refs.put(lines[i].substring(blank + 1), lines[i].substring(0, blank));
      } else if (!lines[i].isEmpty()) {
        modified.add(lines[i]);
      }
    }
    return new Found(state, lines[1], lines[2], modified, refs, output.errors().strip());
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.tree(path), Resource.path(path), new Resource("package", "*"));
  }
}
