package kit.modules.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.query.Content;
import kit.query.FileContent;
import kit.query.FileLines;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Sh;
import kit.spi.Step;

/**
 * Lets holders of SSH keys log in as a user, or no longer.
 *
 * <p>Keys are compared by themselves: a key that is there with other options or another comment
 * gets the new ones in its place. The result has {@code path} and {@code keys}, how many the file
 * has.
 *
 * <pre>{@code
 * authorizedKey user: 'deploy', key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHFhYWFhYWFhYWFhYWFhYWFh anna@home'
 * authorizedKey user: 'backup', key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHFhYWFhYWFhYWFhYWFhYWFh',
 *     keyOptions: 'restrict,command="/usr/bin/rrsync -ro /srv"', exclusive: true
 * }</pre>
 *
 * @param user login name; an unknown user is an error
 * @param key one public key, or several with line ends between them
 * @param state present (by default) or absent
 * @param keyOptions options in front of each key; those in {@code key} by default
 * @param comment comment of each key; by default the one in {@code key}, and if there is none, what
 *     is in the file stays
 * @param exclusive whether all other lines of the file go; off by default
 * @param path the file; {@code ~/.ssh/authorized_keys} of the user by default
 * @param manageDir whether the directory is made, and given to the user with mode 0700, when the
 *     file is written; on by default, and to be turned off with a {@code path} of your own
 * @param follow whether a file that is a symbolic link is written through; off by default: a user
 *     could lead root anywhere
 */
@Lacks(value = "validateCerts", instead = "kit fetches no keys: they stand in the project")
public record AuthorizedKey(
    String user,
    String key,
    @Default("present") State state,
    Optional<String> keyOptions,
    Optional<String> comment,
    @Default("false") boolean exclusive,
    Optional<String> path,
    @Default("true") boolean manageDir,
    @Default("false") boolean follow)
    implements Module {

  /** Whether the keys should be there. */
  public enum State {
    PRESENT,
    ABSENT
  }

  private static final String KEYS = ".ssh/authorized_keys";

  @Override
  public String label() {
    return user;
  }

  @Override
  public Plan plan(Host host) {
    List<KeyLine> keys = keys();
    PasswdEntry entry = new PasswdEntry(Database.name("user", user));
    if (path.isEmpty()) {
      // most homes are where one expects them: then one question is enough
      String guess = HostPath.inside(user.equals("root") ? "/root" : "/home/" + user, KEYS);
      Stat folder = new Stat(HostPath.parent(guess), true);
      host.askAll(entry, new Stat(guess, true), folder, new Content(guess));
    }
    Optional<Account> found = host.ask(entry);
    if (found.isEmpty()) {
      return Plan.refused("there is no user " + user, "make it first: user '" + user + "'");
    }
    Account account = found.get();
    String file =
        path.isPresent()
            ? HostPath.of(host, path.get(), "path")
            : HostPath.inside(account.home(), KEYS);
    Stat stat = new Stat(file, true);
    Stat folder = new Stat(HostPath.parent(file), true);
    Content content = new Content(file);
    host.askAll(stat, folder, content);
    PathStat there = host.ask(stat);
    if (there.linked() && !follow) {
      return Plan.refused(
          file + " is a link to " + there.target(), "follow: true writes what it leads to");
    }
    FileContent old = host.ask(content);
    if (there.exists() && !old.held()) {
      return Plan.refused(file + " cannot be read by " + host.user(), "become root");
    }
    List<String> before = FileLines.of(old);
    List<String> after = edited(before, keys);
    if (after.equals(before)) {
      String are = state == State.PRESENT ? " are there" : " are not there";
      return Plan.unchanged(
          "the keys of " + user + are, Map.of("path", file, "keys", count(after)));
    }
    return change(host, account, file, host.ask(folder), old, after);
  }

  private List<KeyLine> keys() {
    // a line end in them would be a line more, and so a key more
    oneLine(keyOptions, "keyOptions");
    oneLine(comment, "comment");
    List<KeyLine> keys = new ArrayList<>();
    for (String line : key.split("\n")) {
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      KeyLine parsed =
          KeyLine.of(line)
              .orElseThrow(
                  () ->
                      new PlanException(
                          "'" + shortened(line.strip()) + "' is no public key",
                          line.startsWith("http")
                              ? "kit fetches no keys: put them into a file of the project"
                              : "it begins with its kind: ssh-ed25519 AAAA... comment"));
      keys.add(parsed.with(keyOptions, comment.orElse(parsed.comment())).bytes());
    }
    if (keys.isEmpty()) {
      throw new PlanException("key holds no key", "ssh-ed25519 AAAA... comment");
    }
    return keys;
  }

  private static void oneLine(Optional<String> text, String what) {
    if (text.orElse("").chars().anyMatch(c -> c < ' ' && c != '\t')) {
      throw new PlanException(
          what + " holds a line end or another control character", "they stand in one line");
    }
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  private List<String> edited(List<String> before, List<KeyLine> keys) {
    List<String> lines = new ArrayList<>();
    List<KeyLine> missing = new ArrayList<>(keys);
    for (String line : before) {
      Optional<KeyLine> has = KeyLine.of(line);
      Optional<KeyLine> wanted = has.isPresent() ? among(keys, has.get()) : Optional.empty();
      if (wanted.isEmpty()) {
        if (!exclusive || state == State.ABSENT) {
          lines.add(line);
        }
      } else if (state == State.PRESENT && missing.remove(wanted.get())) {
        boolean silent = wanted.get().comment().isEmpty() && comment.isEmpty();
        KeyLine after =
            silent ? wanted.get().with(Optional.empty(), has.get().comment()) : wanted.get();
        lines.add(after.equals(has.get()) ? line : after.toString());
      }
    }
    if (state == State.PRESENT) {
      missing.forEach(line -> lines.add(line.toString()));
    }
    return lines;
  }

  private static Optional<KeyLine> among(List<KeyLine> keys, KeyLine some) {
    return keys.stream().filter(some::same).findFirst();
  }

  private Change change(
      Host host,
      Account account,
      String file,
      PathStat folder,
      FileContent old,
      List<String> lines) {
    String directory = HostPath.parent(file);
    FileContent content = FileLines.content(lines);
    byte[] bytes = content.raw();
    String owner = Long.toString(account.uid());
    Change change =
        Plan.change((state == State.PRESENT ? "set" : "remove") + " keys of " + user)
            .diff(Diff.of(file, old.text(), content.text()));
    if (manageDir) {
      change =
          change
              .run(script(directory, folder))
              .touches(Resource.path(directory))
              .predicts(new Stat(directory, true), directory(folder, account));
    }
    PathStat after =
        PathStat.created(Type.FILE, 0600, user, bytes.length, host.now().getEpochSecond());
    return change
        .step(
            Step.Write.of(file, bytes)
                .at(0600)
                .owned(
                    Optional.of(account.uid() < 0 ? user : owner),
                    account.gid() < 0 ? Optional.empty() : Optional.of("" + account.gid())))
        .touches(Resource.path(file))
        .predicts(new Content(file), content)
        .predicts(new Stat(file, true), after)
        .predicts(new Stat(file, false), after)
        .value("path", file)
        .value("keys", count(lines));
  }

  private PathStat directory(PathStat folder, Account account) {
    PathStat base = folder.exists() ? folder : PathStat.created(Type.DIRECTORY, 0700, user, 0, 0);
    return base.withMode(0700).withOwner(user, account.uid());
  }

  /** The directory is given away last, and only if it is one: a link could lead anywhere. */
  private String script(String directory, PathStat folder) {
    String place = Sh.path(directory);
    String who = Sh.quote(user);
    return (folder.exists() ? "" : "mkdir -m 0700 -- " + place + " || exit\n")
        + "[ ! -h "
        + place
        + " ] || { echo "
        + Sh.quote(directory + " is a link")
        + " >&2; exit 1; }\nchmod 00700 "
        + place
        + " && chown -h "
        + who
        + ": "
        + place
        + "\n";
  }

  private static int count(List<String> lines) {
    int count = 0;
    for (String line : lines) {
      count += KeyLine.of(line).isPresent() ? 1 : 0;
    }
    return count;
  }
}
