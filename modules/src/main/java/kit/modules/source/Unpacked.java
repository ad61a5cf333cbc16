package kit.modules.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.query.Checksum;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Host;
import kit.spi.Query;

/**
 * Compares an archive with what is below a directory of the host.
 *
 * @param host the host
 * @param dest the directory
 * @param members of the archive, under the names that they will have
 * @param different names that tar says differ, if it can tell
 * @param keepNewer whether newer files count as right
 */
record Unpacked(
    Host host,
    String dest,
    List<Member> members,
    Optional<Set<String>> different,
    boolean keepNewer) {

  /** What is there for each member. All of it is asked at once. */
  Map<Member, PathStat> there() {
    Set<String> paths = new LinkedHashSet<>();
    for (Member member : members) {
      paths.add(path(member));
      paths.addAll(above(member));
    }
    List<Query<?>> questions = new ArrayList<>();
    for (String path : paths) {
      questions.add(new Stat(path, false));
    }
    host.askAll(questions.toArray(new Query<?>[0]));
    Map<Member, PathStat> there = new HashMap<>();
    for (Member member : members) {
      there.put(member, host.ask(new Stat(path(member), false)));
    }
    return there;
  }

  /** A link on the way to a member that leads out of the directory; empty if there is none. */
  Optional<String> wayOut() {
    Stat root = new Stat(dest, true);
    String real = host.ask(root).linked() ? host.ask(root).realPath() : dest;
    for (Member member : members) {
      for (String path : above(member)) {
        PathStat stat = host.ask(new Stat(path, false));
        boolean inside = (stat.realPath() + "/").startsWith(real.equals("/") ? "/" : real + "/");
        if (stat.type() == Type.LINK && !inside) {
          return Optional.of(path);
        }
      }
    }
    return Optional.empty();
  }

  /** The members that are not there as they are in the archive. */
  List<Member> missing() {
    Map<Member, PathStat> there = there();
    List<Query<?>> sums = new ArrayList<>();
    for (Member member : members) {
      if (summed(member, there.get(member))) {
        sums.add(sum(member));
      }
    }
    host.askAll(sums.toArray(new Query<?>[0]));
    List<Member> missing = new ArrayList<>();
    for (Member member : members) {
      if (!same(member, there.get(member), there)) {
        missing.add(member);
      }
    }
    return missing;
  }

  private boolean same(Member member, PathStat stat, Map<Member, PathStat> there) {
    boolean differs = different.isPresent() && different.get().contains(member.place());
    return switch (member.type()) {
      case DIRECTORY -> stat.type() == Type.DIRECTORY;
      case LINK ->
          stat.type() == Type.LINK
              && (member.link().isEmpty() || stat.target().equals(member.link()));
      case HARD -> stat.type() == Type.FILE && !differs && joined(member, stat, there);
      case FILE ->
          stat.type() == Type.FILE
              && (keepNewer && stat.mtime() > member.mtime() || !differs && sameFile(member, stat));
      case DEVICE -> false;
    };
  }

  private boolean sameFile(Member member, PathStat stat) {
    if (different.isPresent()) {
      return true;
    }
    return member.sum().isEmpty()
        ? stat.size() == member.size() && stat.mtime() == member.mtime()
        : summed(member, stat) && member.sum().equals(answer(member));
  }

  private boolean joined(Member member, PathStat stat, Map<Member, PathStat> there) {
    for (Map.Entry<Member, PathStat> other : there.entrySet()) {
      if (other.getKey().place().equals(Member.place(member.link()))) {
        return other.getValue().inode() == stat.inode();
      }
    }
    return true;
  }

  private boolean summed(Member member, PathStat stat) {
    return member.type() == Member.Type.FILE
        && !member.sum().isEmpty()
        && stat.type() == Type.FILE
        && stat.size() == member.size();
  }

  private Query<?> sum(Member member) {
    String path = path(member);
    return member.sum().length() == 8 ? new Crc32(path) : Checksum.sha256(path);
  }

  private String answer(Member member) {
    String path = path(member);
    return member.sum().length() == 8
        ? host.ask(new Crc32(path))
        : host.ask(Checksum.sha256(path)).orElse("");
  }

  private String path(Member member) {
    return HostPath.inside(dest, member.place());
  }

  private List<String> above(Member member) {
    List<String> paths = new ArrayList<>();
    String place = member.place();
    for (int slash = place.indexOf('/'); slash > 0; slash = place.indexOf('/', slash + 1)) {
      paths.add(HostPath.inside(dest, place.substring(0, slash)));
    }
    return paths;
  }
}
