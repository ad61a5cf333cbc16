package kit.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import kit.spi.PlanException;
import kit.spi.Source;
import kit.spi.SourceTree;
import kit.spi.SourceTree.Entry;
import kit.spi.SourceTree.Kind;

/** Reads a directory of the controller. File contents are not kept, only their checksums. */
final class SourceFolder {

  private final boolean follow;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Path> above = new ArrayList<>();

  private SourceFolder(boolean follow) {
    this.follow = follow;
  }

  static SourceTree read(Path folder, boolean follow) {
    SourceFolder reader = new SourceFolder(follow);
    try {
      reader.walk(folder, "");
    } catch (IOException e) {
      throw new PlanException("'" + folder + "' cannot be read: " + e.getMessage(), "");
    }
    return new SourceTree(folder.toString(), List.copyOf(reader.entries));
  }

  private void walk(Path folder, String prefix) throws IOException {
    Path real = folder.toRealPath();
    if (above.contains(real)) {
      throw new PlanException(
          "'" + folder + "' leads back to a directory above it", "localFollow: false keeps links");
    }
    above.add(real);
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      all.forEach(files::add);
    }
    files.sort(null);
    for (Path file : files) {
      add(file, prefix + file.getFileName());
    }
    above.remove(above.size() - 1);
  }

  private void add(Path file, String name) throws IOException {
    if (Files.isSymbolicLink(file)) {
      if (!follow) {
        String target = Files.readSymbolicLink(file).toString();
        entries.add(new Entry(name, Kind.LINK, 0777, 0, "", target, () -> new byte[0]));
        return;
      }
      if (!Files.exists(file)) {
        throw new PlanException(
            "'" + file + "' is a link to nowhere", "localFollow: false copies links as they are");
      }
    }
    PosixFileAttributes attributes =
        follow
            ? Files.readAttributes(file, PosixFileAttributes.class)
            : Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    int mode = ProjectFiles.bits(attributes.permissions());
    if (attributes.isDirectory()) {
      entries.add(new Entry(name, Kind.DIRECTORY, mode, 0, "", "", () -> new byte[0]));
      walk(file, name + "/");
    } else if (attributes.isRegularFile()) {
      byte[] content = Files.readAllBytes(file);
      String sum = Source.sha256(content);
      entries.add(
          new Entry(name, Kind.FILE, mode, content.length, sum, "", () -> content(file, sum)));
    } else {
      throw new PlanException("'" + file + "' is neither file nor directory", "take it away");
    }
  }

  private static byte[] content(Path file, String sum) {
    try {
      byte[] content = Files.readAllBytes(file);
      if (!Source.sha256(content).equals(sum)) {
        throw new PlanException("'" + file + "' was changed during the run", "run kit again");
      }
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
