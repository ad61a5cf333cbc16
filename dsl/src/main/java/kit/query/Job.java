package kit.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * A command that runs detached on a host, and the pieces of sh that start it, look at it and clear
 * it away. All it needs lies in a directory that only its user can enter.
 *
 * @param id what it is known by: hexadecimal digits that nobody can foresee
 */
public record Job(String id) {

  private static final int DIGITS = 32;

  public Job {
    boolean good = id.length() == DIGITS;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      good &= c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
    if (!good) {
      throw new PlanException("'" + id + "' is no job", "a call with poll: 0 gives its jid");
    }
  }

  /**
   * Where a job is.
   *
   * @param phase whether it runs
   * @param rc its exit status, 128 + n when a signal n ended it; 0 unless it has ended
   * @param late whether it was ended because its time was over
   */
  public record State(Phase phase, int rc, boolean late) {}

  /** How far a job is. */
  public enum Phase {
    RUNNING,
    ENDED,
    /** There is none of this id, or what ran it was killed. */
    GONE
  }

  /**
   * Starts it and waits until it has begun. Standard input, if there is any, is kept for it; the
   * directory and the environment are those of the caller. Jobs of the same user that ended a day
   * ago are cleared away.
   *
   * @param script a piece of POSIX sh
   * @param reads whether it reads the caller's standard input
   * @param limit how long it may take before it is ended, with all its processes
   */
  public String start(String script, boolean reads, Duration limit) {
    String seconds = String.valueOf(Math.max(1, (limit.toMillis() + 999) / 1000));
    return "(umask 077 && mkdir -- "
        + directory()
        + " && cd "
        + directory()
        + " && printf %s "
        + Sh.quote(script)
        + " >job && printf %s "
        + Sh.quote(supervisor())
        + " >run"
        + (reads ? " && cat >in" : "")
        + ") || exit\n"
        + """
        for kit_o in /tmp/kit-job-*; do
          [ ! -f "$kit_o/rc" ] || [ ! -O "$kit_o" ] || [ -h "$kit_o" ] ||
            find "$kit_o/rc" -prune -mmin +1440 -exec rm -rf -- "$kit_o" \\;
        done
        kit_s=
        if command -v setsid >/dev/null 2>&1; then kit_s=setsid; fi
        ($kit_s sh KIT_D/run KIT_D SECONDS </dev/null >/dev/null 2>&1 &)
        kit_n=0
        while [ ! -s KIT_D/pid ] && [ "$kit_n" -lt 50 ]; do
          sleep 0.1 2>/dev/null || sleep 1
          kit_n=$((kit_n + 1))
        done
        [ -s KIT_D/pid ] || { echo 'the job did not begin' >&2; exit 1; }
        """
            .replace("SECONDS", seconds)
            .replace("KIT_D", directory());
  }

  /** Tells where it is; {@link #state} reads what this prints. */
  public String look() {
    return """
        kit_a= kit_r=
        if [ -O KIT_D ] && [ ! -h KIT_D ]; then
          if read -r kit_p <KIT_D/pid && kill -0 "$kit_p"; then
            grep -q JOB "/proc/$kit_p/cmdline" && kit_a=1
          fi
          read -r kit_r <KIT_D/rc
        fi 2>/dev/null
        if [ -n "$kit_r" ]; then
          if [ -e KIT_D/late ]; then echo "ended $kit_r late"; else echo "ended $kit_r"; fi
        elif [ -n "$kit_a" ]; then
          echo running
        else
          echo gone
        fi
        """
        .replace("KIT_D", directory())
        .replace("JOB", id);
  }

  /** Reads the first line of what {@link #look} printed. */
  public static State state(String printed) {
    int end = printed.indexOf('\n');
    String[] words = (end < 0 ? printed : printed.substring(0, end)).split(" ");
    return switch (words[0]) {
      case "ended" -> new State(Phase.ENDED, Integer.parseInt(words[1]), words.length > 2);
      case "running" -> new State(Phase.RUNNING, 0, false);
      default -> new State(Phase.GONE, 0, false);
    };
  }

  /** Prints its standard output and its standard error. */
  public String output() {
    return "cat KIT_D/out && cat KIT_D/err >&2\n".replace("KIT_D", directory());
  }

  /** Removes what is left of it. */
  public String clear() {
    return "[ -h KIT_D ] || [ ! -O KIT_D ] || rm -rf -- KIT_D\n".replace("KIT_D", directory());
  }

  private String directory() {
    return "/tmp/kit-job-" + id;
  }

  private static String supervisor() {
    try (InputStream below = Job.class.getResourceAsStream("below.sh");
        InputStream job = Job.class.getResourceAsStream("job.sh")) {
      return new String(below.readAllBytes(), StandardCharsets.UTF_8)
          + new String(job.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
