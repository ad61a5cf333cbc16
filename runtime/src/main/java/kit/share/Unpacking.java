package kit.share;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts the entries of one archive into an empty directory. Links, devices and special modes are
 * refused, so nothing that was unpacked can lead anywhere else.
 */
final class Unpacking {

  private static final int SPECIAL = 07000;
  private static final int EXECUTABLE = 0111;
  private static final long FREE = 1 << 20;

  private final Path root;
  private final Limits limits;
  private final long packed;
  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, Boolean> directories = new HashMap<>();
  private int entries;
  private long bytes;

  /**
   * @param root an empty directory of the user
   * @param packed how big the archive is; 0 if it is not compressed
   */
  Unpacking(Path root, Limits limits, long packed) {
    this.root = root;
    this.limits = limits;
    this.packed = packed;
  }

  void directory(String name, int mode) throws IOException {
    EntryName path = checked(name, mode);
    for (int i = 1; i <= path.parts().size(); i++) {
      enter(path, i, name);
    }
  }

  void file(String name, int mode, InputStream content) throws IOException {
    EntryName path = checked(name, mode);
    int size = path.parts().size();
    if (size == 0) {
      throw new ArchiveException(name, "its name is that of the directory");
    }
    for (int i = 1; i < size; i++) {
      enter(path, i, name);
    }
    String whole = String.join("/", path.parts());
    claim(whole, name);
    if (directories.put(whole, false) != null) {
      throw new ArchiveException(name, "it is there twice");
    }
    Path file = root.resolve(whole);
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      copy(content, out, name);
    }
    boolean run = (mode & EXECUTABLE) != 0;
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(run ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private EntryName checked(String name, int mode) throws IOException {
    if (++entries > limits.entries()) {
      throw new ArchiveException("", "it has more than " + limits.entries() + " entries");
    }
    if ((mode & SPECIAL) != 0) {
      throw new ArchiveException(name, "it has a special mode: setuid, setgid or sticky");
    }
    return EntryName.of(name);
  }

  /** Makes a directory on the way, unless this unpacking has made it. */
  private void enter(EntryName path, int depth, String name) throws IOException {
    String whole = String.join("/", path.parts().subList(0, depth));
    claim(whole, name);
    Boolean known = directories.putIfAbsent(whole, true);
    if (known == null) {
      Files.createDirectory(root.resolve(whole));
    } else if (!known) {
      throw new ArchiveException(name, "a file is in its way");
    }
  }

  private void claim(String whole, String name) throws IOException {
    String other = paths.putIfAbsent(EntryName.folded(whole), whole);
    if (other != null && !other.equals(whole)) {
      throw new ArchiveException(name, "its name differs from another one only in case or form");
    }
  }

  private void copy(InputStream in, OutputStream out, String name) throws IOException {
    byte[] buffer = new byte[16384];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes += read;
      if (bytes > limits.bytes()) {
        throw new ArchiveException(name, "the archive grows beyond " + limits.bytes() + " bytes");
      }
      if (packed > 0 && bytes > FREE && bytes / limits.ratio() > packed) {
        throw new ArchiveException(
            name, "the archive grows to more than " + limits.ratio() + " times its size");
      }
      out.write(buffer, 0, read);
    }
  }
}
