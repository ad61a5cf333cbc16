package kit.modules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.query.HostPath;
import kit.spi.Sh;

/**
 * The sh that brings a repository to a revision. Every word that is not git's own is quoted and
 * stands where git takes no options.
 *
 * @param url where it comes from
 * @param path where it goes
 * @param remote name of the remote
 * @param revision what to check out
 * @param depth how many commits of the history, 0 for all
 * @param bare whether no files are checked out
 * @param recursive whether submodules too
 * @param singleBranch whether other branches stay away
 * @param force whether what is in the way is overwritten
 * @param refspec further names to fetch
 */
record Checkout(
    String url,
    String path,
    String remote,
    Revision revision,
    int depth,
    boolean bare,
    boolean recursive,
    boolean singleBranch,
    boolean force,
    Optional<String> refspec) {

  /** Where nothing is yet. */
  String first() {
    boolean later =
        !bare
            && switch (revision.kind()) {
              case BRANCH, TAG -> false;
              case COMMIT, OTHER -> true;
            };
    List<String> words = new ArrayList<>(List.of("git", "clone", "-q", "--origin", remote));
    if (bare) {
      words.add("--bare");
    } else if (later) {
      words.add("--no-checkout");
    } else {
      words.addAll(List.of("--branch", revision.shortName()));
    }
    if (depth > 0) {
      words.addAll(List.of("--depth", "" + depth));
    }
    if (singleBranch) {
      words.add("--single-branch");
    }
    if (recursive && !bare && !later) {
      words.add("--recurse-submodules");
    }
    words.addAll(List.of("--", url, path));
    String script = "mkdir -p -- " + Sh.path(HostPath.parent(path)) + " || exit\n";
    script += Sh.quote(words) + " || exit\n" + enter();
    if (refspec.isPresent() && !later) {
      script += fetch(List.of(refspec.get()));
    }
    return script + (later ? update() : "") + told();
  }

  /**
   * Where the repository is already.
   *
   * @param urlThere where its remote is; empty if it has none
   * @param modified whether files were changed
   */
  String again(String urlThere, boolean modified) {
    StringBuilder script = new StringBuilder(enter());
    if (!urlThere.equals(url)) {
      script.append(config("url", url));
    }
    if (urlThere.isEmpty() && !bare) {
      script.append(config("fetch", "+refs/heads/*:refs/remotes/" + remote + "/*"));
    }
    if (modified) {
      script.append("git reset -q --hard || exit\n");
    }
    return script + update() + told();
  }

  private String enter() {
    return "cd " + Sh.path(path) + " || exit\n";
  }

  private String config(String key, String value) {
    return "git config " + Sh.quote(List.of("remote." + remote + "." + key, value)) + " || exit\n";
  }

  private static String told() {
    return "git rev-parse -q --verify 'HEAD^{commit}' || echo\n";
  }

  private String update() {
    List<String> names = new ArrayList<>();
    refspec.ifPresent(names::add);
    if (bare) {
      names.addAll(List.of("+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"));
      return fetch(names);
    }
    String full = revision.name();
    String script =
        switch (revision.kind()) {
          case BRANCH -> {
            String here = "refs/remotes/" + remote + "/" + revision.shortName();
            names.add("+" + full + ":" + here);
            yield fetch(names) + checkout(List.of("-B", revision.shortName(), here));
          }
          case TAG -> {
            names.add("+" + full + ":" + full);
            yield fetch(names) + checkout(List.of("--detach", full));
          }
          case OTHER -> {
            names.add(full);
            yield fetch(names) + checkout(List.of("--detach", revision.commit()));
          }
          case COMMIT -> commit(names) + checkout(List.of("--detach", full));
        };
    return script + (recursive ? submodules() : "");
  }

  /** Not every server gives a commit by its id: so first what leads to it, then itself. */
  private String commit(List<String> names) {
    String there = "git cat-file -e '" + revision.commit() + "^{commit}' 2>/dev/null";
    String all = fetch(names).replace(" || exit\n", "");
    String one = fetch(List.of(revision.commit()));
    return there + " || {\n" + all + " --tags\n" + there + "\n} || " + one;
  }

  private String fetch(List<String> names) {
    return "git fetch -q --force "
        + (depth > 0 ? "--depth " + depth + " " : "")
        + Sh.quote(remote)
        + (names.isEmpty() ? "" : " " + Sh.quote(names))
        + " || exit\n";
  }

  private String checkout(List<String> words) {
    return "git checkout -q " + (force ? "--force " : "") + Sh.quote(words) + " -- || exit\n";
  }

  private String submodules() {
    return "if [ -e .gitmodules ]; then git submodule -q sync --recursive && git submodule -q update"
        + " --init --recursive"
        + (force ? " --force" : "")
        + " || exit; fi\n";
  }
}
