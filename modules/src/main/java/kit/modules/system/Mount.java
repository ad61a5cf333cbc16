package kit.modules.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kit.query.Content;
import kit.query.Exposed;
import kit.query.FileContent;
import kit.query.HostPath;
import kit.query.Stat;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;

/**
 * Mounts file systems and keeps their entries in {@code /etc/fstab}.
 *
 * <p>A mounted file system whose entry changes is remounted. If mounting fails, the fstab is as it
 * was: an entry that cannot be mounted may stop the next boot. The result has {@code path}, {@code
 * fstab} and {@code mounted}.
 *
 * <pre>{@code
 * mount path: '/srv/data', src: 'UUID=b3e48f45-f933-4c8e-a700-22a159ec9077', fstype: 'ext4',
 *     opts: 'noatime', state: 'mounted'
 * mount path: '/tmp', src: 'tmpfs', fstype: 'tmpfs', opts: 'size=1g,mode=1777', state: 'present'
 * mount path: '/mnt/old', state: 'absent'
 * }</pre>
 *
 * @param path where it is mounted; {@code none} for swap
 * @param state mounted: in fstab and mounted, the directory is made; present: in fstab only;
 *     unmounted: not mounted, fstab stays; absent: neither, and the directory goes if it is empty;
 *     absent_from_fstab: not in fstab; remounted: mounted anew, always a change; ephemeral: mounted
 *     without fstab
 * @param src device, UUID=..., server:/path or what the file system calls it; needed for mounted,
 *     present and ephemeral
 * @param fstype file system; needed as {@code src} is
 * @param opts options with commas between them; {@code defaults} if not given
 * @param dump fifth field of the entry
 * @param passno sixth field of the entry
 * @param boot whether it is mounted at boot; off adds noauto to the options
 * @param fstab the file; {@code /etc/fstab} by default
 * @param backup whether the old file is kept beside the new one; off by default
 */
public record Mount(
    @Alias("name") String path,
    State state,
    Optional<String> src,
    Optional<String> fstype,
    Optional<String> opts,
    @Default("0") String dump,
    @Default("0") String passno,
    @Default("true") boolean boot,
    @Default("/etc/fstab") String fstab,
    @Default("false") boolean backup)
    implements Module {

  /** What should be. */
  public enum State {
    MOUNTED,
    PRESENT,
    UNMOUNTED,
    ABSENT,
    ABSENT_FROM_FSTAB,
    REMOUNTED,
    EPHEMERAL
  }

  @Override
  public String label() {
    return path;
  }

  @Override
  public Plan plan(Host host) {
    boolean swap = fstype.filter("swap"::equals).isPresent() || path.equals("none");
    String place = swap ? path : HostPath.of(host, path, "path");
    check(swap);
    Exposed.refuse(
        host,
        "the options of a mount",
        List.of(opts.orElse(""), src.orElse("")),
        "opts: 'credentials=/etc/x.secret', a file that only root reads");
    Content table = new Content(HostPath.of(host, fstab, "fstab"));
    Mounts mounts = new Mounts();
    Stat directory = new Stat(swap ? "/" : place, true);
    host.askAll(table, mounts, directory);
    FileContent old = host.ask(table);
    if (!old.held() && old.state() != FileContent.State.ABSENT) {
      return Plan.refused(table.path() + " cannot be read by " + host.user(), "become root");
    }
    return new MountPlan(
            this, place, table, old, host.ask(mounts), host.ask(directory), new ArrayList<>())
        .plan();
  }

  private void check(boolean swap) {
    boolean describes =
        state == State.MOUNTED || state == State.PRESENT || state == State.EPHEMERAL;
    if (describes && (src.isEmpty() || fstype.isEmpty())) {
      throw new PlanException(
          "state " + state.name().toLowerCase(Locale.ROOT) + " needs src and fstype",
          "mount path: '" + path + "', src: '/dev/sdb1', fstype: 'ext4', ...");
    }
    boolean listed =
        state == State.PRESENT || state == State.ABSENT_FROM_FSTAB || state == State.ABSENT;
    if (swap && !listed) {
      throw new PlanException("swap can be present and absent only", "command 'swapon -a' uses it");
    }
    for (String text : List.of(path, src.orElse(""), opts.orElse(""), fstype.orElse(""))) {
      if (text.indexOf('\n') >= 0) {
        throw new PlanException("an argument has several lines", "");
      }
    }
  }

  /** The options as the entry has them. */
  String options() {
    String given = opts.orElse("defaults");
    return boot || ("," + given + ",").contains(",noauto,") ? given : given + ",noauto";
  }
}
