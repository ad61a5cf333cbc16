package kit.modules.source;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * What is in a tar archive on the host, and, where GNU's tar can tell, what of it differs from what
 * is in a directory.
 *
 * @param path the archive
 * @param format how it is packed
 * @param gnu whether tar is GNU's
 * @param dest the directory
 * @param options further options of tar
 */
record TarListing(String path, ArchiveFormat format, boolean gnu, String dest, List<String> options)
    implements Query<TarListing.Found> {

  /**
   * What there is.
   *
   * @param members in their order
   * @param different names under which something else or nothing is in the directory; empty if tar
   *     cannot tell
   * @param problem what tar complains about; empty if it does not
   */
  record Found(List<Member> members, Optional<Set<String>> different, String problem) {}

  private static final String CUT = "kit-cut";

  @Override
  public Object kind() {
    return this;
  }

  @Override
  public boolean expensive() {
    return true;
  }

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    String tar = "LC_ALL=C TZ=UTC0 tar ";
    String archive = format.flag() + " -f " + Sh.path(path);
    String full = gnu ? "--quoting-style=literal " : "";
    String listing = tar + full + "-tv " + archive + " || echo '" + CUT + " failed'\n";
    String diff =
        tar
            + "--quoting-style=literal --diff "
            + archive
            + " -C "
            + Sh.path(dest)
            + (options.isEmpty() ? "" : " " + Sh.quote(options))
            + " 2>&1\n";
    String script = listing + (gnu ? "echo '" + CUT + "'\n" + diff : "");
    return new Probe<>("{\n" + script + "}\n", output -> List.of(read(output)));
  }

  private Found read(Output output) {
    List<Member> members = new ArrayList<>();
    Set<String> different = new HashSet<>();
    boolean listing = true;
    for (String line : output.text().split("\n")) {
      if (line.equals(CUT)) {
        listing = false;
      } else if (line.equals(CUT + " failed")) {
        return new Found(List.of(), Optional.empty(), output.errors().strip());
      } else if (listing && !line.isEmpty()) {
        Member member = member(line);
        if (member == null) {
          return new Found(
              List.of(), Optional.empty(), "it has a name that cannot be read: " + line);
        }
        members.add(member);
      } else if (!listing) {
        difference(line).map(Member::place).ifPresent(different::add);
      }
    }
    // busybox's tar shows such names as if they were good
    boolean hidden = output.errors().contains("tar: removing leading");
    return new Found(
        members,
        gnu ? Optional.of(different) : Optional.empty(),
        hidden ? "a name in it leads out of dest" : "");
  }

  /**
   * {@code -rw-r--r-- root/root 6 2026-01-02 03:04 name}, as GNU's tar writes it; busybox's adds
   * the seconds.
   */
  private static Member member(String line) {
    int at = 0;
    String[] fields = new String[5];
    for (int i = 0; i < fields.length; i++) {
      while (at < line.length() && line.charAt(at) == ' ') {
        at++;
      }
      int end = line.indexOf(' ', at);
      if (end < 0) {
        return null;
      }
      fields[i] = line.substring(at, end);
      at = end;
    }
    String name = line.substring(at + 1);
    Member.Type type = type(line.charAt(0));
    if (name.isEmpty() || type == null) {
      return null;
    }
    long size = type == Member.Type.DEVICE ? 0 : number(fields[2]);
    long mtime = time(fields[3], fields[4]);
    if (size < 0 || mtime < 0) {
      return null;
    }
    String arrow = type == Member.Type.HARD ? " link to " : " -> ";
    int link = name.indexOf(arrow);
    // busybox shows another name of a file as an empty file with an arrow
    if (type == Member.Type.FILE && size == 0 && link > 0) {
      type = Member.Type.HARD;
    }
    boolean leads = link > 0 && (type == Member.Type.LINK || type == Member.Type.HARD);
    return leads
        ? new Member(
            type, name.substring(0, link), name.substring(link + arrow.length()), 0, mtime, "")
        : new Member(type, name, "", size, mtime, "");
  }

  private static Member.Type type(char letter) {
    return switch (letter) {
      case '-', 'C' -> Member.Type.FILE;
      case 'd' -> Member.Type.DIRECTORY;
      case 'l' -> Member.Type.LINK;
      case 'h' -> Member.Type.HARD;
      case 'b', 'c', 'p' -> Member.Type.DEVICE;
      default -> null;
    };
  }

  private static long number(String text) {
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Without seconds it is the end of the minute, so that nothing counts as newer by mistake. */
  private static long time(String day, String time) {
    try {
      String exact = time.length() == 5 ? time + ":59" : time;
      return LocalDateTime.parse(day + "T" + exact).toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return -1;
    }
  }

  /** The name in a line of {@code tar --diff}, if what differs is more than times and owners. */
  private static Optional<String> difference(String line) {
    String missing = ": Warning: Cannot stat: ";
    int at = line.indexOf(missing);
    if (line.startsWith("tar: ") && at > 0) {
      return Optional.of(line.substring(5, Math.max(5, at)));
    }
    for (String end :
        List.of(": Uid differs", ": Gid differs", ": Mode differs", ": Mod time differs")) {
      if (line.endsWith(end)) {
        return Optional.empty();
      }
    }
    int colon = line.lastIndexOf(": ");
    boolean own = line.startsWith("tar: ");
    return own || colon < 0 ? Optional.empty() : Optional.of(line.substring(0, colon));
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.path(path), Resource.tree(dest));
  }
}
