package kit.modules.files;

import java.security.SecureRandom;
import java.util.Optional;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * Makes a new empty file or directory under a name that nobody can guess, readable by its owner
 * only. The result's {@code path} says where, and is known in check mode too. It stays until it is
 * removed.
 *
 * <pre>{@code
 * def work = tempfile state: 'directory', suffix: '.build'
 * file path: work.path, state: 'absent'
 * }</pre>
 *
 * @param state {@code file} by default, or {@code directory}
 * @param path directory to make it in; {@code /tmp} by default
 * @param prefix how its name begins; {@code kit.} by default
 * @param suffix how its name ends
 */
public record Tempfile(
    @Default("file") State state,
    Optional<String> path,
    @Default("kit.") String prefix,
    @Default("") String suffix)
    implements Module {

  /** What to make. */
  public enum State {
    FILE,
    DIRECTORY
  }

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 16; // 80 bits

  @Override
  public Plan plan(Host host) {
    if ((prefix + suffix).indexOf('/') >= 0 || (prefix + suffix).indexOf('\0') >= 0) {
      throw new PlanException("prefix and suffix are parts of a name", "give directories as path");
    }
    String name = host.once("name", Tempfile::random);
    String directory = HostPath.of(host, path.orElse("/tmp"), "path");
    PathStat around = host.ask(new Stat(directory, true));
    if (around.type() != Type.DIRECTORY) {
      return Plan.refused("there is no directory " + directory, "make it first with file");
    }
    String place = HostPath.inside(directory, prefix + name + suffix);
    boolean file = state == State.FILE;
    Type type = file ? Type.FILE : Type.DIRECTORY;
    PathStat after =
        PathStat.created(type, file ? 0600 : 0700, host.user(), 0, host.now().getEpochSecond());
    String operand = Sh.path(place);
    return new Settled(place, after)
        .on(
            Plan.change("create " + type.word() + " " + place)
                .diff(Difference.of(PathStat.ABSENT, after).diff(place))
                // both fail if anything has the name already, be it a link
                .run("umask 077\n" + (file ? "set -C\n: > " : "mkdir -- ") + operand + "\n"),
            "path");
  }

  private static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return name.toString();
  }
}
