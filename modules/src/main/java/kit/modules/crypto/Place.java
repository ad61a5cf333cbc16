package kit.modules.crypto;

import java.util.Map;
import java.util.Optional;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * Where a key or a certificate goes.
 *
 * @param path the file, absolute
 * @param rights mode, owner and group
 * @param backup whether an old file is kept beside it
 * @param fresh permission bits of a new file for which no mode is given
 */
record Place(String path, Rights rights, boolean backup, int fresh) {

  /** What must be known of it. */
  Stat file() {
    return new Stat(path, true);
  }

  /** What must be known of its directory. */
  Stat folder() {
    return new Stat(HostPath.parent(path), true);
  }

  /** Why nothing can be written there; empty if something can. */
  Optional<Plan> refusal(Host host) {
    PathStat there = host.ask(file());
    if (there.exists() && there.type() != Type.FILE) {
      return Optional.of(
          Plan.refused(
              path + " is a " + there.type().word() + ", not a file", "name a file in it"));
    }
    if (!there.exists() && host.ask(folder()).type() != Type.DIRECTORY) {
      return Optional.of(
          Plan.refused(
              "there is no directory " + HostPath.parent(path) + " for " + path,
              "make it first: file path: '" + HostPath.parent(path) + "', state: 'directory'"));
    }
    return Optional.empty();
  }

  /** The content is right; mode, owner and group may not be. */
  Plan kept(Host host, String why, Map<String, Object> values) {
    PathStat there = host.ask(file());
    if (!there.exists() || rights.held(there)) {
      return Plan.unchanged(why, values);
    }
    PathStat after = rights.applied(there);
    Change change =
        Plan.change("set mode and owner of " + path)
            .diff(Diff.of(path, Rights.text(there), Rights.text(after)))
            .run(rights.script(Sh.path(path), rights.bits(there)))
            .touches(Resource.path(path))
            .predicts(file(), after)
            .predicts(new Stat(path, false), after);
    for (Map.Entry<String, Object> value : values.entrySet()) {
      change = change.value(value.getKey(), value.getValue());
    }
    return change;
  }

  /**
   * Writes the file in place of what is there.
   *
   * @param make sh that makes the file {@code new} in the directory in which it runs, which only
   *     its user can look into and which is removed afterwards; {@code kit_do} runs a command that
   *     is silent unless it fails
   * @param print sh that prints what the result is made of
   */
  Change write(Host host, Change change, String make, String print) {
    PathStat there = host.ask(file());
    long now = host.now().getEpochSecond();
    PathStat base =
        there.exists() ? there : PathStat.created(Type.FILE, fresh, host.user(), 0, now);
    PathStat after = rights.applied(base);
    // a link stays a link
    String real = there.linked() && !there.realPath().isEmpty() ? there.realPath() : path;
    String dest = Sh.path(real);
    StringBuilder script = new StringBuilder("umask 077\nkit_d=$(mktemp -d ");
    script.append(Sh.path(HostPath.inside(HostPath.parent(real), ".kit.XXXXXX")));
    script
        .append(") || exit\n")
        .append(Sh.atExit("rm -rf -- \"$kit_d\""))
        .append("cd -- \"$kit_d\" || exit\n");
    script.append("kit_do() { kit_m=$(\"$@\" 2>&1) || ");
    script.append("{ printf '%s\\n' \"$kit_m\" >&2; return 1; }; }\n");
    script.append(make);
    if (there.exists()) {
      // what nobody asked for is kept as far as the user may
      script.append("chown ").append(there.uid()).append(':').append(there.gid());
      script.append(" new 2>/dev/null\n");
    }
    script.append(rights.script("new", after.mode()));
    if (backup && there.exists()) {
      script.append("kit_b=").append(dest).append(".$$.$(date +%Y-%m-%d@%H:%M:%S)~\n");
      script.append("cp -p -- ").append(dest).append(" \"$kit_b\" || exit\n");
      script.append("printf 'backup %s\\n' \"$kit_b\"\n");
    }
    script.append("mv -f -- new ").append(dest).append(" || exit\n").append(print);
    return change
        .run(script.toString())
        .touches(Resource.path(path))
        .predicts(file(), after)
        .predicts(new Stat(path, false), after);
  }

  /**
   * Takes the file away.
   *
   * @param text what it is, for people
   */
  Plan removed(Host host, String text) {
    PathStat there = host.ask(file());
    if (!there.exists() && !there.linked()) {
      return Plan.unchanged("there is no " + path, Map.of("path", path));
    }
    if (there.exists() && there.type() != Type.FILE) {
      return Plan.refused(path + " is a " + there.type().word() + ", not a file", "");
    }
    String dest = Sh.path(path);
    String kept =
        backup && there.exists()
            ? "kit_b="
                + dest
                + ".$$.$(date +%Y-%m-%d@%H:%M:%S)~\ncp -p -- "
                + dest
                + " \"$kit_b\" || exit\nprintf 'backup %s\\n' \"$kit_b\"\n"
            : "";
    return Plan.change("remove " + path)
        .diff(Diff.of(path, text, ""))
        .run(kept + "rm -f -- " + dest + "\n")
        .touches(Resource.path(path))
        .predicts(file(), PathStat.ABSENT)
        .predicts(new Stat(path, false), PathStat.ABSENT)
        .value("path", path)
        .reads(outputs -> backupFile(outputs.get(0).text()));
  }

  /** The field of the result that names the backup, if there is one. */
  static Map<String, Object> backupFile(String printed) {
    boolean told = printed.startsWith("backup ");
    return told
        ? Map.of("backupFile", printed.substring("backup ".length(), printed.indexOf('\n')))
        : Map.of();
  }
}
