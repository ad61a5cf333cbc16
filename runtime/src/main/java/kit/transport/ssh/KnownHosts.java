package kit.transport.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kit.model.KitException;
import kit.model.Location;

/** The known_hosts files, read once. Safe for many threads. */
final class KnownHosts {

  private final List<Path> files;
  private List<KnownHost> lines;

  KnownHosts(List<Path> files) {
    this.files = files;
  }

  /**
   * The lines that speak of a host.
   *
   * @param port its port; the name of a host with another port than 22 is {@code [host]:port}
   */
  synchronized List<KnownHost> of(String host, int port) {
    if (lines == null) {
      lines = read();
    }
    String name = name(host, port);
    List<KnownHost> found = new ArrayList<>();
    for (KnownHost line : lines) {
      if (line.names(name)) {
        found.add(line);
      }
    }
    return found;
  }

  /** Writes a new key down at the end of the first file. */
  synchronized void add(String host, int port, String type, String blob) {
    Path file = files.get(0);
    String line = name(host, port) + " " + type + " " + blob + "\n";
    try {
      append(file, line);
    } catch (IOException e) {
      throw new KitException(
          "cannot write the host key of " + host + " into " + file,
          e.getMessage() + "; see --known-hosts");
    }
    Location where = new Location(file.toString(), 0, 0);
    lines.add(KnownHost.parse(line, where));
  }

  static String name(String host, int port) {
    String lower = host.toLowerCase(Locale.ROOT);
    return port == 22 ? lower : "[" + lower + "]:" + port;
  }

  private static void append(Path file, String line) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return; // /dev/null: the user does not want to remember
    }
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.exists(folder)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    if (Files.notExists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.lock(); // until the channel is closed
      long size = channel.size();
      ByteBuffer last = ByteBuffer.allocate(1);
      boolean open = size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
      String text = open ? "\n" + line : line;
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), size);
    }
  }

  private List<KnownHost> read() {
    List<KnownHost> all = new ArrayList<>();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        continue;
      }
      int number = 0;
      try {
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
          KnownHost known = KnownHost.parse(line, new Location(file.toString(), ++number, 0));
          if (known != null) {
            all.add(known);
          }
        }
      } catch (IOException e) {
        throw new KitException("cannot read the host keys in " + file, "check its mode");
      }
    }
    return all;
  }
}
