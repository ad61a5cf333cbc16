package kit.transport.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
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

  private static final String AUTHORITY = "@cert-authority ";

  private final List<Path> files;
  private final List<KnownHost> authorities = new ArrayList<>();
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

  /** Whether an authority is named that may vouch for this host, which kit cannot ask. */
  synchronized boolean vouched(String host, int port) {
    of(host, port);
    for (KnownHost line : authorities) {
      if (line.names(name(host, port))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Writes a new key down at the end of the first file.
   *
   * @return a line with another key that somebody has written down meanwhile; null if there is none
   */
  synchronized KnownHost add(String host, int port, String type, String blob) {
    Path file = files.get(0);
    for (KnownHost line : of(host, port)) {
      return line.blob().equals(blob) ? null : line;
    }
    try {
      KnownHost other = append(file, name(host, port), " " + type + " " + blob + "\n");
      if (other != null && !other.blob().equals(blob)) {
        return other;
      }
    } catch (IOException e) {
      throw new KitException(
          "cannot write the host key of " + host + " into " + file,
          e.getMessage() + "; see UserKnownHostsFile of ssh's configuration");
    }
    Location where = new Location(file.toString(), 0, 0);
    lines.add(KnownHost.parse(name(host, port) + " " + type + " " + blob, where));
    return null;
  }

  static String name(String host, int port) {
    String lower = host.toLowerCase(Locale.ROOT);
    return port == 22 ? lower : "[" + lower + "]:" + port;
  }

  /** Does nothing but return what the file says of the host if it says something by now. */
  private static KnownHost append(Path file, String name, String key) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return null; // /dev/null: the user does not want to remember
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
      byte[] there = Channels.newInputStream(channel).readAllBytes();
      int number = 0;
      for (String line : new String(there, StandardCharsets.ISO_8859_1).split("\n")) {
        KnownHost known = KnownHost.parse(line, new Location(file.toString(), ++number, 0));
        if (known != null && known.names(name)) {
          return known;
        }
      }
      boolean open = there.length > 0 && there[there.length - 1] != '\n';
      byte[] line = ((open ? "\n" : "") + name + key).getBytes(StandardCharsets.US_ASCII);
      channel.write(ByteBuffer.wrap(line), there.length);
    }
    return null;
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
          boolean authority = line.startsWith(AUTHORITY);
          String rest = authority ? line.substring(AUTHORITY.length()) : line;
          KnownHost known = KnownHost.parse(rest, new Location(file.toString(), ++number, 0));
          if (known != null) {
            (authority ? authorities : all).add(known);
          }
        }
      } catch (IOException e) {
        throw new KitException("cannot read the host keys in " + file, "check its mode");
      }
    }
    return all;
  }
}
