package kit.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/**
 * The user's ssh configuration. Host and Include are understood, of Match the criteria {@code all},
 * {@code host} and {@code originalhost}; a Match with any other criterion is passed over.
 */
final class SshConfig {

  private static final int DEEPEST_INCLUDE = 16;

  /** A setting and the conditions of the block it stands in: all of them must hold. */
  private record Entry(List<Condition> when, String key, List<String> value, Location where) {}

  /** Patterns on the host's name; {@code never} for criteria that are not understood. */
  private record Condition(List<String> patterns, boolean never) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Path home;

  private SshConfig(Path home) {
    this.home = home;
  }

  /** Reads a file; one that is not there says nothing. */
  static SshConfig read(Path file, Path home) {
    SshConfig config = new SshConfig(home);
    if (Files.isRegularFile(file)) {
      config.file(file, List.of(), 0);
    }
    return config;
  }

  static SshConfig empty() {
    return new SshConfig(Path.of("/"));
  }

  /** What holds for a host, in the order of the file. */
  SshOptions of(String host) {
    SshOptions options = new SshOptions();
    for (Entry entry : entries) {
      if (holds(entry.when, host)) {
        options.add(entry.key, entry.value, entry.where);
      }
    }
    return options;
  }

  private static boolean holds(List<Condition> conditions, String host) {
    for (Condition condition : conditions) {
      if (condition.never || !NamePatterns.match(condition.patterns, host)) {
        return false;
      }
    }
    return true;
  }

  private void file(Path file, List<Condition> outer, int depth) {
    List<Condition> when = outer;
    int number = 0;
    for (String line : lines(file)) {
      List<String> words = SshWords.of(line);
      Location where = new Location(file.toString(), ++number, 0);
      if (words.isEmpty()) {
        continue;
      }
      String key = words.get(0).toLowerCase(Locale.ROOT);
      List<String> values = words.subList(1, words.size());
      if (values.isEmpty()) {
        throw new KitException(new Problem(where, words.get(0) + " has no value", ""));
      }
      if (key.equals("host")) {
        when = with(outer, new Condition(values, false));
      } else if (key.equals("match")) {
        when = with(outer, match(values));
      } else if (key.equals("include")) {
        include(file, values, when, depth, where);
      } else {
        entries.add(new Entry(when, key, List.copyOf(values), where));
      }
    }
  }

  private static Condition match(List<String> words) {
    if (words.size() == 1 && words.get(0).equalsIgnoreCase("all")) {
      return new Condition(List.of("*"), false);
    }
    String criterion = words.get(0).toLowerCase(Locale.ROOT);
    boolean known = criterion.equals("host") || criterion.equals("originalhost");
    return words.size() == 2 && known
        ? new Condition(List.of(words.get(1).split(",")), false)
        : new Condition(List.of(), true);
  }

  private static List<Condition> with(List<Condition> outer, Condition inner) {
    List<Condition> all = new ArrayList<>(outer);
    all.add(inner);
    return List.copyOf(all);
  }

  private void include(
      Path file, List<String> patterns, List<Condition> when, int depth, Location where) {
    if (depth == DEEPEST_INCLUDE) {
      throw new KitException(
          new Problem(where, "Include goes too deep", "does it include itself?"));
    }
    for (String pattern : patterns) {
      Path path = SshWords.tilde(pattern, home);
      Path full = path.isAbsolute() ? path : home.resolve(".ssh").resolve(path);
      TreeSet<Path> found = new TreeSet<>();
      if (Files.isDirectory(full.getParent())) {
        try (DirectoryStream<Path> files =
            Files.newDirectoryStream(full.getParent(), full.getFileName().toString())) {
          files.forEach(found::add);
        } catch (IOException e) {
          throw new KitException(new Problem(where, "cannot read " + full.getParent(), ""));
        }
      }
      for (Path included : found) {
        if (Files.isRegularFile(included)) {
          file(included, when, depth + 1);
        }
      }
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new KitException(
          new Problem(new Location(file.toString(), 0, 0), "cannot be read", "check its mode"));
    }
  }
}
