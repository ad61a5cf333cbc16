package kit.modules.files;

import java.util.Optional;
import kit.query.FileContent;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Step;

/**
 * A content that a file shall have.
 *
 * @param path the file; a link is written through
 * @param content what it shall hold
 * @param attributes mode, owner and group
 * @param backup whether the old file is kept beside it
 * @param validate command that must accept the new file
 * @param secret whether the content may be shown to nobody
 */
record Rewrite(
    String path,
    byte[] content,
    Attributes attributes,
    boolean backup,
    Optional<String> validate,
    boolean secret) {

  Rewrite {
    check(validate);
  }

  /** Refuses a command that would check nothing. */
  static void check(Optional<String> validate) {
    if (validate.isPresent() && !validate.get().contains("%s")) {
      throw new PlanException(
          "validate '" + validate.get() + "' has no %s",
          "write %s where the command takes the path of the new file");
    }
  }

  /** Whether what is there cannot have its content replaced. */
  static boolean impossible(PathStat there) {
    return there.exists() && there.type() != Type.FILE;
  }

  static Plan refuse(String path, PathStat there) {
    return Plan.refused(
        path + " is a " + there.type().word() + ", not a file",
        there.type() == Type.DIRECTORY ? "name a file in it" : "choose another path");
  }

  static Plan unreadable(Host host, String path) {
    return Plan.refused(
        path + " cannot be read by " + host.user(), "become a user who may, or check sha256sum");
  }

  /**
   * Compares with what is there.
   *
   * @param same whether the content is there already
   * @param known the old content where it is known
   * @param directories to be made first
   */
  Plan plan(
      Host host,
      PathStat before,
      boolean same,
      Optional<FileContent> known,
      Directories directories,
      String key) {
    if (same) {
      return attributes.plan(path, before, key);
    }
    long now = host.now().getEpochSecond();
    boolean closed = secret || host.secret(content).isPresent();
    PathStat fresh = PathStat.created(Type.FILE, closed ? 0600 : 0644, host.user(), 0, now);
    PathStat was = before.exists() ? before : fresh.withTarget(before.target(), before.realPath());
    PathStat shaped = attributes.applied(was);
    PathStat after = shaped.withContent(content.length, now);
    Difference difference = before.exists() ? Difference.of(before, shaped) : new Difference();
    Change change = directories.make(host, Plan.change(summary(before, difference)));
    change = change.diff(secret ? hidden() : ContentDiff.of(host, path, before, known, content));
    if (!difference.isEmpty()) {
      change = change.diff(difference.diff(path));
    }
    Settled settled = new Settled(path, after);
    change = settled.on(change.step(write(after, before.exists(), closed)), key);
    return secret ? change : settled.holding(change, content);
  }

  private String summary(PathStat before, Difference difference) {
    if (!before.exists()) {
      return "create " + path;
    }
    return "write " + path + (difference.isEmpty() ? "" : ", " + difference.summary());
  }

  private Diff hidden() {
    return new Diff("", "", path, true);
  }

  private Step write(PathStat after, boolean exists, boolean closed) {
    boolean asked = attributes.mode().isPresent() || closed && !exists;
    return Step.Write.of(path, content)
        .at(asked ? Optional.of(after.mode()) : Optional.empty())
        .owned(attributes.owner(), attributes.group())
        .keepingOld(backup)
        .checkedBy(validate)
        .closed(closed);
  }
}
