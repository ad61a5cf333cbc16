package kit.modules.system;

import java.util.ArrayList;
import java.util.List;
import kit.query.FileContent;
import kit.query.FileLines;

/** The lines of an fstab, as fstab(5) describes them. */
final class Fstab {

  /**
   * One entry.
   *
   * @param source device or the like
   * @param path where; {@code none} for swap
   * @param type file system
   * @param options with commas between them
   * @param dump whether dump saves it
   * @param pass when it is checked at boot
   */
  record Entry(String source, String path, String type, String options, String dump, String pass) {

    @Override
    public String toString() {
      return String.join(" ", escaped(source), escaped(path), type, escaped(options), dump, pass);
    }

    /** Whether it is about the same mount: swap areas have no path of their own. */
    boolean sameAs(Entry other) {
      return type.equals("swap") || other.type.equals("swap")
          ? source.equals(other.source)
          : path.equals(other.path);
    }
  }

  private final List<String> lines = new ArrayList<>();

  Fstab(FileContent content) {
    lines.addAll(FileLines.of(content));
  }

  /** Puts an entry in the place of the one for the same mount, else at the end. */
  void set(Entry wanted) {
    boolean done = false;
    for (int i = 0; i < lines.size(); i++) {
      Entry entry = entry(lines.get(i));
      if (entry != null && entry.sameAs(wanted)) {
        if (done) {
          lines.remove(i--);
        } else if (!entry.equals(wanted)) {
          lines.set(i, wanted.toString());
        }
        done = true;
      }
    }
    if (!done) {
      lines.add(wanted.toString());
    }
  }

  /** Takes out what is about a path; for swap, about a source. */
  void remove(String path, String source) {
    lines.removeIf(
        line -> {
          Entry entry = entry(line);
          return entry != null
              && (entry.type().equals("swap") ? entry.source().equals(source) : true)
              && entry.path().equals(path);
        });
  }

  /** Whether there is an entry for a path. */
  boolean has(String path) {
    return lines.stream().map(Fstab::entry).anyMatch(e -> e != null && e.path().equals(path));
  }

  boolean differs(FileContent content) {
    return !lines.equals(FileLines.of(content));
  }

  FileContent content() {
    return FileLines.content(lines);
  }

  private static Entry entry(String line) {
    String[] words = line.strip().split("[ \t]+");
    return words.length < 3 || words[0].startsWith("#")
        ? null
        : new Entry(
            plain(words[0]),
            plain(words[1]),
            words[2],
            words.length > 3 ? plain(words[3]) : "defaults",
            words.length > 4 ? words[4] : "0",
            words.length > 5 ? words[5] : "0");
  }

  /** Blanks and backslashes stand there as octal numbers. */
  private static String escaped(String text) {
    return text.replace("\\", "\\134").replace(" ", "\\040").replace("\t", "\\011");
  }

  static String plain(String text) {
    return text.replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\134", "\\");
  }
}
