package kit.transport;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Reads a file of ssh's configuration and what it includes. */
final class SshConfigReader {

  private static final int DEEPEST_INCLUDE = 16;
  private static final Path SYSTEM = Path.of("/etc/ssh");

  private final Path top;
  private final Path home;
  private final boolean system;

  SshConfigReader(Path top, Path home) {
    this.top = top;
    this.home = home;
    this.system = top.startsWith(SYSTEM);
  }

  /** All lines; none if the file is not there. */
  List<SshLine> read() {
    // not Files: much cheaper when nothing has used it yet, and usually there is no file
    return new File(top.toString()).isFile() ? file(top, 0) : List.of();
  }

  private List<SshLine> file(Path file, int depth) {
    List<SshLine> all = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      Location where = new Location(file.toString(), ++number, 0);
      List<String> words = words(line, where);
      if (words.isEmpty()) {
        continue;
      }
      List<String> values = words.subList(1, words.size());
      if (values.isEmpty()) {
        throw new KitException(new Problem(where, words.get(0) + " has no value", ""));
      }
      String key = words.get(0).toLowerCase(Locale.ROOT);
      if (key.equals("host") || key.equals("match")) {
        all.add(new SshLine.Opens(key.equals("match"), values, where));
      } else if (key.equals("include")) {
        all.add(include(values, depth, where));
      } else if (SshKeywords.known(key)) {
        all.add(new SshLine.Sets(key, values, where));
      }
    }
    return all;
  }

  private static List<String> words(String line, Location where) {
    try {
      return SshWords.of(line);
    } catch (IllegalArgumentException e) {
      throw new KitException(new Problem(where, e.getMessage(), ""));
    }
  }

  private SshLine include(List<String> patterns, int depth, Location where) {
    if (depth == DEEPEST_INCLUDE) {
      throw new KitException(
          new Problem(where, "Include goes too deep", "does it include itself?"));
    }
    List<SshLine> files = new ArrayList<>();
    for (String pattern : patterns) {
      String full = SshWords.environment(where, pattern);
      Path path = system ? Path.of(full) : SshWords.tilde(full, home);
      Path base = system ? SYSTEM : home.resolve(".ssh");
      for (Path included : PathPatterns.files(base.resolve(path))) {
        files.add(new SshLine.Included(file(included, depth + 1)));
      }
    }
    return new SshLine.Included(files);
  }

  private List<String> lines(Path file) {
    try {
      PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
      if (!system && attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)
          || attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)) {
        throw problem(file, "others may write it, so neither kit nor ssh follows it", "chmod go-w");
      }
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw problem(file, "cannot be read", "check its mode");
    }
  }

  private static KitException problem(Path file, String message, String hint) {
    return new KitException(new Problem(new Location(file.toString(), 0, 0), message, hint));
  }
}
