package kit.modules.system;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern OCTAL = Pattern.compile("\\\\([0-3][0-7]{2})");
  private static final int OCTAL_BASE = 8;

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
            plain(words[1]).replaceFirst("(?<=.)/+$", ""),
            words[2],
            words.length > 3 ? plain(words[3]) : "defaults",
            words.length > 4 ? words[4] : "0",
            words.length > 5 ? words[5] : "0");
  }

  /** Blanks and backslashes stand there as octal numbers; others may, as & of Ansible. */
  private static String escaped(String text) {
    return text.replace("\\", "\\134").replace(" ", "\\040").replace("\t", "\\011");
  }

  static String plain(String text) {
    return OCTAL
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement("" + (char) Integer.parseInt(found.group(1), OCTAL_BASE)));
  }
}
