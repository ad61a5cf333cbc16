package kit.modules.files;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.query.Moment;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.spi.Host;
import kit.spi.PlanException;

/**
 * Times that a file shall have.
 *
 * @param access of the last reading: {@code now}, {@code preserve} or a stamp
 * @param modification of the last change, likewise
 */
record Times(Optional<String> access, Optional<String> modification) {

  static final String NOW = "now";
  static final String PRESERVE = "preserve";

  Times {
    check(access, "accessTime");
    check(modification, "modificationTime");
  }

  private static void check(Optional<String> time, String argument) {
    String text = time.orElse(NOW);
    if (!text.equals(NOW) && !text.equals(PRESERVE) && !Moment.formed(text)) {
      throw new PlanException(
          argument + " '" + text + "' is no time",
          "give 'now', 'preserve', or a time as 202412312359.59");
    }
  }

  boolean given() {
    return access.isPresent() || modification.isPresent();
  }

  /** The same where something is given, else the fallback for both. */
  Times or(String fallback) {
    return new Times(
        Optional.of(access.orElse(fallback)), Optional.of(modification.orElse(fallback)));
  }

  /** How what is there will be; equal if its times stay. */
  PathStat applied(Host host, PathStat before) {
    Times all = or(PRESERVE);
    String read = all.access.orElseThrow();
    String changed = all.modification.orElseThrow();
    List<Moment> moments = new ArrayList<>();
    for (String time : List.of(read, changed)) {
      if (Moment.formed(time)) {
        moments.add(new Moment(time));
      }
    }
    host.askAll(moments.toArray(new Moment[0]));
    return before.withTimes(at(host, changed, before.mtime()), at(host, read, before.atime()));
  }

  private static long at(Host host, String time, long before) {
    if (time.equals(PRESERVE)) {
      return before;
    }
    if (time.equals(NOW)) {
      return host.now().getEpochSecond();
    }
    return host.ask(new Moment(time))
        .orElseThrow(() -> new PlanException("there is no time " + time, ""));
  }

  /** Whether there is something to do, even if the time is the very second of now. */
  boolean pending(PathStat before, PathStat after) {
    return access.equals(Optional.of(NOW))
        || modification.equals(Optional.of(NOW))
        || before.mtime() != after.mtime()
        || before.atime() != after.atime();
  }

  /** The commands that set them, for a path as a shell reads it. */
  String script(String operand, PathStat before, PathStat after) {
    String link = before.type() == Type.LINK ? "-h " : "";
    return part(link + "-a", access, before.atime() == after.atime(), operand)
        + part(link + "-m", modification, before.mtime() == after.mtime(), operand);
  }

  private static String part(String flag, Optional<String> time, boolean there, String operand) {
    String text = time.orElse(PRESERVE);
    if (text.equals(PRESERVE) || there && !text.equals(NOW)) {
      return "";
    }
    String stamp = text.equals(NOW) ? "" : "-t " + text + " ";
    return "touch -c " + flag + " " + stamp + "-- " + operand + " || exit\n";
  }

  void show(Difference difference, PathStat before, PathStat after) {
    difference.add("access time", shown(before.atime()), shown(after.atime()));
    difference.add("modification time", shown(before.mtime()), shown(after.mtime()));
  }

  private static String shown(long time) {
    return Instant.ofEpochSecond(time).toString();
  }
}
