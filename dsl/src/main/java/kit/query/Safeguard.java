package kit.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kit.spi.Sh;

/**
 * A process on a host that puts firewall and files back unless it is told in time that all is well,
 * and the pieces of sh that start it and talk to it. All it needs lies in a directory that only
 * root can enter. For root's shell.
 *
 * @param id what it is known by: hexadecimal digits that nobody can foresee
 */
public record Safeguard(String id) {

  /** Where rules are kept for the next start of a host; put back with the rules themselves. */
  private static final List<String> RULES =
      List.of("/etc/iptables/rules.v4", "/etc/iptables/rules.v6");

  /** What became of it. */
  public enum Verdict {
    /** It will put nothing back any more. */
    CONFIRMED,
    /** It has put things back. */
    REVERTED,
    /** It is at it, or still waits. */
    PENDING,
    /** There is nothing left of it: the host was restarted. */
    GONE
  }

  /**
   * What it answered.
   *
   * @param verdict what became of it
   * @param whole whether all could be put back
   * @param time the host's time when that was done, {@code 17:05:03}; empty if it was not
   * @param said what went wrong in putting things back, from a colon on; empty if nothing did
   */
  public record Answer(Verdict verdict, boolean whole, String time, String said) {}

  /**
   * Saves what is to be put back and starts it.
   *
   * @param limit how long it waits
   * @param files absolute paths
   * @param revert pieces of sh to run afterwards
   */
  public String arm(Duration limit, List<String> files, List<String> revert) {
    StringBuilder script = new StringBuilder("kit_d=").append(directory()).append('\n');
    script.append(
        """
        [ "$(id -u)" = 0 ] || { echo 'only root can put things back' >&2; exit 77; }
        unset KIT_CALL
        umask 077
        for kit_o in /tmp/kit-confirm-*; do
          [ ! -f "$kit_o/outcome" ] || [ ! -O "$kit_o" ] || [ -h "$kit_o" ] ||
            find "$kit_o/outcome" -prune -mmin +1440 -exec rm -rf -- "$kit_o" \\;
        done
        mkdir -- "$kit_d" && cd "$kit_d" || exit
        kit_no() { echo "$*" >&2; rm -rf -- "$kit_d"; exit 1; }
        for kit_p in iptables ip6tables; do
          command -v "$kit_p-save" >/dev/null 2>&1 || continue
          "$kit_p-save" >"$kit_p" 2>/dev/null || rm -f "$kit_p"
        done
        kit_keep() {
          printf %s "$2" >"path.$1"
          [ ! -d "$2" ] || kit_no "$2 is a directory: name its files"
          [ ! -e "$2" ] || cp -p -- "$2" "file.$1" || kit_no "$2 cannot be saved"
        }
        """);
    List<String> all = new ArrayList<>(RULES);
    all.addAll(files);
    for (int i = 0; i < all.size(); i++) {
      script.append("kit_keep ").append(i).append(' ').append(Sh.quote(all.get(i))).append('\n');
    }
    for (int i = 0; i < revert.size(); i++) {
      // they are run in the order of their names
      script.append("printf '%s\\n' ").append(Sh.quote(revert.get(i)));
      script.append(" >revert.").append(100_000 + i).append('\n');
    }
    script.append("printf %s ").append(Sh.quote(text())).append(" >run\n");
    script.append("kit_l=").append((limit.toMillis() + 999) / 1000).append('\n');
    script.append(
        """
        kit_s=
        if command -v setsid >/dev/null 2>&1; then kit_s=setsid; fi
        ($kit_s sh "$kit_d/run" "$kit_d" "$kit_l" </dev/null >/dev/null 2>&1 &)
        kit_n=0
        while [ ! -s pid ] && [ "$kit_n" -lt 50 ]; do
          sleep 0.1 2>/dev/null || sleep 1
          kit_n=$((kit_n + 1))
        done
        [ -s pid ] || kit_no 'what puts things back did not begin'
        """);
    return script.toString();
  }

  /**
   * Succeeds while nothing is decided yet. It goes before each change: one that was on its way for
   * long must not come after all was put back. Only root can really tell.
   */
  public String check() {
    String decided = directory() + "/verdict";
    return "[ -d " + directory() + " ] && [ ! -d " + decided + " ]\n";
  }

  /** Says that all is well, unless it is too late, and prints what became of it. */
  public String confirm() {
    return talk("if mkdir verdict 2>/dev/null; then kit_mine=1; kit_call; fi; kit_wait");
  }

  /** Has things put back at once, and prints what became of it. */
  public String undo() {
    return talk("[ -d verdict ] || kit_call; kit_wait");
  }

  /** Prints what became of it. */
  public String look() {
    return talk("[ ! -d verdict ] || kit_wait");
  }

  /** The directory goes once there is nothing more to learn from it. */
  private String talk(String action) {
    return "kit_d="
        + directory()
        + " kit_i="
        + id
        + "\n"
        + """
        [ -d "$kit_d" ] && [ -O "$kit_d" ] && [ ! -h "$kit_d" ] && cd "$kit_d" || { echo gone; exit 0; }
        kit_call() {
          kit_p=$(cat pid)
          grep -q "$kit_i" "/proc/$kit_p/cmdline" 2>/dev/null && kill -USR1 "$kit_p"
        }
        kit_wait() {
          kit_n=0
          while [ ! -f outcome ] && [ "$kit_n" -lt 150 ]; do
            sleep 0.1 2>/dev/null || { sleep 1; kit_n=$((kit_n + 9)); }
            kit_n=$((kit_n + 1))
          done
        }
        kit_mine=
        """
        + action
        + "\n"
        + """
        if [ -n "$kit_mine" ]; then
          echo confirmed
        elif [ -f outcome ]; then
          cat outcome said 2>/dev/null
        else
          echo pending
          exit 0
        fi
        cd / && rm -rf -- "$kit_d"
        """;
  }

  /** Reads what {@link #confirm}, {@link #undo} and {@link #look} print. */
  public static Answer answer(String printed) {
    int end = printed.indexOf('\n');
    String[] words = (end < 0 ? printed : printed.substring(0, end)).split(" ");
    return switch (words[0]) {
      case "confirmed" -> new Answer(Verdict.CONFIRMED, true, "", "");
      case "reverted" -> {
        String said = end < 0 ? "" : printed.substring(end).strip();
        yield new Answer(
            Verdict.REVERTED, words[1].equals("0"), words[2], said.isEmpty() ? "" : ": " + said);
      }
      case "gone" -> new Answer(Verdict.GONE, false, "", "");
      default -> new Answer(Verdict.PENDING, false, "", "");
    };
  }

  private String directory() {
    return "/tmp/kit-confirm-" + id;
  }

  private static String text() {
    try (InputStream text = Safeguard.class.getResourceAsStream("safeguard.sh")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
