package kit.modules.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.query.HostPath;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Output;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;

/**
 * Checks a repository out on the host, with the host's git.
 *
 * <pre>{@code
 * git repo: 'https://example.org/shop.git', dest: '/srv/shop', version: 'v1.4'
 * git repo: 'git@example.org:shop.git', dest: '/srv/shop', version: 'main', depth: 1,
 *     keyFile: '/root/.ssh/deploy', acceptHostkey: true
 * }</pre>
 *
 * <p>The repository is asked what the version means now, in check mode too, and nothing is fetched
 * while that is checked out. A password in the URL of {@code repo} is given to git alone: it is in
 * no argument list and not in the repository's configuration. The result has {@code before, after,
 * remoteUrlChanged}.
 *
 * @param repo where it is: https, http, ssh, git or file URL, {@code user@host:path}, or an
 *     absolute path on the host
 * @param dest absolute path of the directory on the host, or from a home directory ({@code ~/x});
 *     what is above it is made if missing; a directory with other things in it is an error
 * @param version branch, tag, whole commit id or full name such as {@code refs/pull/7/head}; {@code
 *     HEAD} by default, the repository's main branch
 * @param depth how many commits of the history to fetch; all by default
 * @param force whether files changed on the host are overwritten; off by default, and then they are
 *     an error
 * @param update whether a repository that is there is brought to the version; on by default
 * @param cloning whether a missing one is fetched; on by default; also called {@code clone}
 * @param bare whether no files are checked out: all branches and tags are kept; off by default
 * @param recursive whether submodules are checked out too; on by default
 * @param singleBranch whether only the version's branch is fetched at first; off by default
 * @param remote what the remote is called; {@code origin} by default
 * @param refspec further names to fetch, for a commit that no branch or tag leads to
 * @param keyFile file on the host with the private key for ssh
 * @param acceptHostkey whether ssh takes the key of a server that it has never seen; a changed key
 *     is refused all the same; off by default
 * @param umask umask of the files, such as {@code '022'}
 */
@Lacks(value = "sshOpts", instead = "options of ssh go into ~/.ssh/config of the user on the host")
@Lacks(
    value = {"archive", "archivePrefix"},
    instead = "command 'git archive ...' makes one")
@Lacks(
    value = {"verifyCommit", "gpgWhitelist", "gpgAllowlist"},
    instead = "command 'git verify-commit HEAD', chdir: ..., readOnly: true")
@Lacks(
    value = {"separateGitDir", "reference", "trackSubmodules", "executable"},
    instead = "command 'git ...' can")
public record Git(
    @Alias("name") String repo,
    String dest,
    @Default("HEAD") String version,
    @Default("0") int depth,
    @Default("false") boolean force,
    @Default("true") boolean update,
    @Alias("clone") @Default("true") boolean cloning,
    @Default("false") boolean bare,
    @Default("true") boolean recursive,
    @Default("false") boolean singleBranch,
    @Default("origin") String remote,
    Optional<String> refspec,
    Optional<String> keyFile,
    @Alias("acceptNewhostkey") @Default("false") boolean acceptHostkey,
    Optional<String> umask)
    implements Module {

  @Override
  public String label() {
    return dest;
  }

  @Override
  public Plan plan(Host host) {
    Repository repository = Repository.of(repo);
    check();
    String path = HostPath.of(host, dest, "dest");
    WorkTree question = new WorkTree(path, remote, bare);
    WorkTree.Found there = host.ask(question);
    Optional<Plan> early = early(path, repository, there);
    if (early.isPresent()) {
      return early.get();
    }
    String environment = environment(host, repository);
    Optional<Revision> wanted;
    Map<String, String> refs = Map.of();
    if (Revision.whole(version) && !bare) {
      wanted = Optional.of(new Revision(Revision.Kind.COMMIT, version, version));
    } else {
      List<String> patterns = bare ? List.of() : Revision.patterns(version);
      RemoteRefs.Found found = host.ask(new RemoteRefs(repository.url(), environment, patterns));
      if (!found.problem().isEmpty()) {
        return Plan.refused(
            repository.url() + " cannot be read: " + found.problem(),
            "may " + host.user() + " reach it from there? keyFile names a key on the host");
      }
      wanted = Revision.of(version, found);
      refs = bare ? names(found.refs()) : refs;
    }
    if (wanted.isEmpty()) {
      return Plan.refused(
          repository.url() + " has no branch or tag '" + version + "'",
          "a commit is given by its whole id of 40 digits");
    }
    Revision revision = wanted.get();
    boolean current =
        bare
            ? there.refs().entrySet().containsAll(refs.entrySet())
            : there.head().equals(revision.commit());
    boolean moved =
        there.state() == WorkTree.State.REPOSITORY && !there.url().equals(repository.url());
    if (there.state() == WorkTree.State.REPOSITORY
        && current
        && !moved
        && there.modified().isEmpty()) {
      return Plan.unchanged(
          path + " is at " + revision.shortName(), values(there.head(), there.head(), false));
    }
    return change(path, repository, environment, there, revision, moved)
        .predicts(question, there.at(revision.commit(), repository.url(), refs));
  }

  private void check() {
    Revision.check(version, "version");
    Revision.check(remote, "remote");
    if (depth < 0) {
      throw new PlanException("depth is less than 0", "leave it out for the whole history");
    }
    if (refspec.isPresent()) {
      String names = refspec.get().replace(":", "").replace("*", "").replace("+", "");
      Revision.check(names.isEmpty() ? "-" : names, "refspec");
      if (refspec.get().startsWith("-")) {
        throw new PlanException("refspec begins with a dash", "");
      }
    }
    if (umask.isPresent() && !umask.get().matches("[0-7]{1,4}")) {
      throw new PlanException("umask '" + umask.get() + "' is none", "write '022' or '077'");
    }
  }

  /** What needs no look at the repository itself. */
  private Optional<Plan> early(String path, Repository repository, WorkTree.Found there) {
    return Optional.ofNullable(
        switch (there.state()) {
          case NO_GIT -> Plan.refused("the host has no git", "packages name: 'git'");
          case SOMETHING_ELSE ->
              Plan.refused(
                  path + " is there and is no " + (bare ? "bare " : "") + "repository of git",
                  "choose another dest, or remove it first");
          case ABSENT, EMPTY ->
              cloning
                  ? null
                  : Plan.unchanged(path + " is not there, and clone is off", values("", "", false));
          case REPOSITORY -> there(path, repository, there);
        });
  }

  private Plan there(String path, Repository repository, WorkTree.Found there) {
    if (there.head().isEmpty() && !there.problem().isEmpty()) {
      return Plan.refused(
          path + ": " + there.problem(), "become the user whose repository it is (becomeUser)");
    }
    if (!update) {
      return Plan.unchanged(
          path + " is there, and update is off", values(there.head(), there.head(), false));
    }
    return there.modified().isEmpty() || force
        ? null
        : Plan.refused(
            path + " was changed on the host: " + String.join(", ", there.modified()),
            "force: true overwrites it; git -C " + path + " diff shows it");
  }

  private String environment(Host host, Repository repository) {
    Optional<String> key = keyFile.map(file -> HostPath.of(host, file, "keyFile"));
    return GitCommands.environment(repository, key, acceptHostkey);
  }

  private Change change(
      String path,
      Repository repository,
      String environment,
      WorkTree.Found there,
      Revision revision,
      boolean moved) {
    Checkout checkout =
        new Checkout(
            repository.url(),
            path,
            remote,
            revision,
            depth,
            bare,
            recursive,
            singleBranch,
            force,
            refspec);
    boolean fresh = there.state() != WorkTree.State.REPOSITORY;
    String script =
        fresh ? checkout.first() : checkout.again(there.url(), !there.modified().isEmpty());
    String mask = umask.map(bits -> "umask " + bits + "\n").orElse("");
    Change change =
        Plan.change(
                (fresh ? "check out " : "bring ")
                    + path
                    + (fresh ? " at " : " to ")
                    + revision.shortName())
            .diff(diff(path, there, revision, moved ? repository.url() : there.url()))
            .run(mask + environment + script)
            .touches(Resource.tree(path), Resource.path(path))
            .reads(outputs -> after(outputs.get(outputs.size() - 1)));
    for (Map.Entry<String, Object> value :
        values(there.head(), revision.commit(), moved).entrySet()) {
      change = change.value(value.getKey(), value.getValue());
    }
    return change;
  }

  private static Diff diff(String path, WorkTree.Found there, Revision revision, String url) {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    if (!url.equals(there.url())) {
      before.append("remote ").append(there.url()).append('\n');
      after.append("remote ").append(url).append('\n');
    }
    for (String file : there.modified()) {
      before.append("changed ").append(file).append('\n');
    }
    before.append(there.head().isEmpty() ? "" : "commit " + there.head() + "\n");
    after.append("commit ").append(revision.commit()).append('\n');
    return Diff.of(path, before.toString(), after.toString());
  }

  private static Map<String, Object> after(Output output) {
    String head = output.text().strip();
    return head.isEmpty() ? Map.of() : Map.of("after", head);
  }

  private static Map<String, Object> values(String before, String after, boolean moved) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("before", before);
    values.put("after", after);
    values.put("remoteUrlChanged", moved);
    return values;
  }

  /** Branches and tags, of all that a server tells. */
  private static Map<String, String> names(Map<String, String> refs) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Map.Entry<String, String> ref : refs.entrySet()) {
      if (ref.getKey().startsWith("refs/heads/") || ref.getKey().startsWith("refs/tags/")) {
        names.put(ref.getKey(), ref.getValue());
      }
    }
    return names;
  }
}
