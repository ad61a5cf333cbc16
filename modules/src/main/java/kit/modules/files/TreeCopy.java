package kit.modules.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.query.Checksum;
import kit.query.Content;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Host;
import kit.spi.Mode;
import kit.spi.Plan;
import kit.spi.Query;
import kit.spi.SourceTree.Entry;
import kit.spi.SourceTree.Kind;

/**
 * A directory that shall hold the same as another. All of it is asked at once; what is in it beside
 * that stays.
 *
 * @param root the directory on the host
 * @param entries what it shall hold
 * @param force whether a file that is there is replaced
 * @param directoryMode mode of directories that are made
 * @param attributes mode of files, owner and group of what is made
 * @param backup whether old files are kept
 * @param filling how the entries come to the host
 */
record TreeCopy(
    String root,
    List<Entry> entries,
    boolean force,
    Optional<Mode> directoryMode,
    Attributes attributes,
    boolean backup,
    Filling filling) {

  /** The directory that a directory is copied to: into dest, unless src ends with a slash. */
  static String root(Host host, String dest, String src) {
    String place = HostPath.of(host, dest, "dest");
    int end = src.length();
    while (end > 0 && src.charAt(end - 1) == '/') {
      end--;
    }
    return end < src.length()
        ? place
        : HostPath.inside(place, HostPath.name(src.substring(0, end)));
  }

  Plan plan(Host host) {
    ask(host);
    PathStat top = host.ask(new Stat(root, true));
    if (top.exists() && top.type() != Type.DIRECTORY) {
      return Plan.refused(
          root + " is a " + top.type().word() + ", not a directory",
          "remove it first, or choose another dest");
    }
    Attributes ofDirectories =
        new Attributes(directoryMode, attributes.owner(), attributes.group());
    Directories above =
        top.exists() ? Directories.NONE : Directories.upTo(host, root, ofDirectories);
    if (!above.obstacle().isEmpty()) {
      return above.refusal();
    }
    TreeChange change = new TreeChange(this, host, new ArrayList<>(above.missing()));
    for (Entry entry : entries) {
      Optional<Plan> refused = compare(host, entry, change);
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    return change.plan(ofDirectories);
  }

  private void ask(Host host) {
    List<Query<?>> questions = new ArrayList<>();
    questions.add(new Stat(root, true));
    for (Entry entry : entries) {
      questions.add(question(entry));
      if (entry.kind() == Kind.FILE) {
        questions.add(Checksum.sha256(path(entry)));
      }
    }
    host.askAll(questions.toArray(new Query<?>[0]));
  }

  String path(Entry entry) {
    return HostPath.inside(root, entry.name());
  }

  private Stat question(Entry entry) {
    return new Stat(path(entry), entry.kind() != Kind.LINK);
  }

  private Optional<Plan> compare(Host host, Entry entry, TreeChange change) {
    String path = path(entry);
    PathStat there = host.ask(question(entry));
    if (there.exists() && fits(there) != entry.kind()
        || entry.kind() == Kind.DIRECTORY && there.linked() && !there.exists()) {
      return Optional.of(
          Plan.refused(
              path
                  + " is a "
                  + (there.exists() ? there.type().word() : "link to nowhere")
                  + ", and shall be a "
                  + entry.kind().name().toLowerCase(java.util.Locale.ROOT),
              "remove it first: file path: '" + path + "', state: 'absent'"));
    }
    if (entry.kind() == Kind.DIRECTORY) {
      if (!there.exists()) {
        change.directory(path);
      }
      return Optional.empty();
    }
    if (there.exists() && !force) {
      return Optional.empty();
    }
    if (entry.kind() == Kind.LINK) {
      if (!there.target().equals(entry.target())) {
        change.link(entry, there);
      }
      return Optional.empty();
    }
    Optional<String> sum = host.ask(Checksum.sha256(path));
    if (there.exists() && sum.isEmpty()) {
      return Optional.of(Rewrite.unreadable(host, path));
    }
    change.file(entry, there, sum.isPresent() && sum.get().equals(entry.sha256()));
    return Optional.empty();
  }

  /** What kind of entry could be written over it. */
  private static Kind fits(PathStat there) {
    return switch (there.type()) {
      case DIRECTORY -> Kind.DIRECTORY;
      case LINK -> Kind.LINK;
      case FILE -> Kind.FILE;
      case FIFO, SOCKET, BLOCK, CHAR, ABSENT -> null;
    };
  }

  /** The old contents of some files, asked together. */
  static void askContents(Host host, List<String> paths) {
    List<Query<?>> questions = new ArrayList<>();
    for (String path : paths) {
      questions.add(new Content(path));
    }
    host.askAll(questions.toArray(new Query<?>[0]));
  }
}
