package kit.modules.files;

import java.util.Optional;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.FileRights;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;

/**
 * Makes directories and links, removes what should not be, and sets mode, owner and group.
 *
 * <pre>{@code
 * file path: '/srv/app', state: 'directory', mode: '0750'
 * }</pre>
 *
 * <p>The other states:
 *
 * <pre>{@code
 * file path: '/etc/app.conf', mode: 'u=rw,go=r', owner: 'root', group: 'root'
 * file path: '/etc/localtime', src: '/usr/share/zoneinfo/UTC', state: 'link', force: true
 * file path: '/var/spool/app', state: 'absent'
 * file path: '/srv/app/log', state: 'directory', mode: 'u=rwX,g=rX,o=', recurse: true
 * file path: '/srv/app/.stamp', state: 'touch', accessTime: 'preserve', modificationTime: 'preserve'
 * }</pre>
 *
 * @param path absolute path on the host, or from a home directory ({@code ~/x})
 * @param state what should be there: {@code file} (an error if there is none: copy makes files),
 *     {@code directory} (made with all above it), {@code link}, {@code hard} (another name of
 *     {@code src}), {@code touch} (an empty file if there is none), {@code absent} (a directory is
 *     removed with all in it); by default whatever is there, and its absence is an error
 * @param src where a {@code link} points, absolute or from the link's directory, or the file that
 *     {@code hard} gives another name; not with other states
 * @param recurse whether mode, owner and group are set in the whole tree of a {@code directory};
 *     links in it are not followed; off by default
 * @param force whether a link may lead to nothing, and may replace a file or an empty directory;
 *     off by default
 * @param follow whether mode, owner and group are those of what a link leads to; on by default
 * @param mode permissions, {@code '0644'} or {@code 'u=rw,go=r'}; unchanged by default, 0755 for
 *     new directories and 0644 for new files
 * @param owner user name or number; unchanged by default; an unknown user is an error
 * @param group group name or number; unchanged by default; an unknown group is an error
 * @param accessTime {@code now}, {@code preserve}, or a local time of the host as {@code
 *     YYYYMMDDhhmm.ss}; {@code now} for {@code touch}, {@code preserve} else
 * @param modificationTime as {@code accessTime}
 */
@FileRights
@Lacks(
    value = {"accessTimeFormat", "modificationTimeFormat"},
    instead = "times are written as kit doc file says")
public record File(
    @Alias({"dest", "name"}) String path,
    Optional<State> state,
    Optional<String> src,
    @Default("false") boolean recurse,
    @Default("false") boolean force,
    @Default("true") boolean follow,
    Optional<Mode> mode,
    Optional<String> owner,
    Optional<String> group,
    Optional<String> accessTime,
    Optional<String> modificationTime)
    implements Module {

  /** What should be at the path. */
  public enum State {
    FILE,
    DIRECTORY,
    LINK,
    HARD,
    TOUCH,
    ABSENT
  }

  @Override
  public String label() {
    return path;
  }

  @Override
  public Plan plan(Host host) {
    String place = HostPath.of(host, path, "path");
    if (mode.isPresent() && mode.get().preserved()) {
      throw new PlanException("mode 'preserve' is for files that are copied", "leave mode out");
    }
    Attributes attributes = new Attributes(mode, owner, group);
    Times times = new Times(accessTime, modificationTime);
    if (state.isEmpty()) {
      return current(host, place, attributes, times);
    }
    boolean linking = state.get() == State.LINK || state.get() == State.HARD;
    if (src.isPresent() && !linking) {
      throw new PlanException("src is only for links", "give state: 'link' or state: 'hard'");
    }
    if (recurse && state.get() != State.DIRECTORY) {
      throw new PlanException("recurse is only for directories", "give state: 'directory'");
    }
    if (times.given() && (linking || state.get() == State.ABSENT)) {
      throw new PlanException("times are only for files and directories", "leave them out");
    }
    return switch (state.get()) {
      case FILE -> new Present(place, follow, attributes, times).file(host);
      case DIRECTORY -> new MakeDirectory(place, recurse, follow, attributes, times).plan(host);
      case LINK -> new MakeLink(place, src, force, follow, attributes).plan(host);
      case HARD -> new MakeName(place, src, force, attributes).plan(host);
      case TOUCH -> new Touch(place, follow, attributes, times).plan(host);
      case ABSENT -> new Remove(place).plan(host);
    };
  }

  /** Without a state: what is there stays what it is. */
  private Plan current(Host host, String place, Attributes attributes, Times times) {
    if (src.isPresent()) {
      throw new PlanException("src is only for links", "give state: 'link' or state: 'hard'");
    }
    host.askAll(new Stat(place, follow));
    PathStat there = host.ask(new Stat(place, follow));
    boolean directory = there.type() == Type.DIRECTORY;
    if (recurse && there.exists() && !directory) {
      throw new PlanException("recurse is only for directories", "leave it out");
    }
    return recurse
        ? new MakeDirectory(place, true, follow, attributes, times).plan(host)
        : new Present(place, follow, attributes, times).anything(host);
  }
}
