package kit.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Predicate;

/**
 * Replaces a file so that at every moment the old or the new content is there, whole: writes a new
 * file beside it, brings it onto the disk, reads it back, renames it, and brings the name onto the
 * disk. A full disk or a lost process leaves the old file as it was.
 */
public final class SafeFile {
  private final Path file;

  /** A file; if it is a link, what it leads to. It need not exist yet. */
  public SafeFile(Path file) {
    this.file = real(file);
  }

  /**
   * Puts the content in the place of what is there.
   *
   * @param good looks at what was read back from the disk
   */
  public void replace(byte[] content, Predicate<byte[]> good) {
    replace(content, good, false);
  }

  /** The same for a file that held plain text: its old content is overwritten on the disk. */
  public void replaceAndShred(byte[] content, Predicate<byte[]> good) {
    replace(content, good, true);
  }

  private void replace(byte[] content, Predicate<byte[]> good, boolean shred) {
    Path fresh = file.resolveSibling("." + file.getFileName() + ".kit-" + random());
    try {
      write(fresh, content);
      attributes(fresh);
      if (!good.test(Files.readAllBytes(fresh))) {
        throw new IOException("what was written reads back differently");
      }
      try (Remains remains = shred ? Remains.of(file) : Remains.NONE) {
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        settle(file.toAbsolutePath().getParent());
        remains.overwrite();
      }
    } catch (IOException e) {
      String left = Files.exists(file) ? "; it is as it was" : "";
      throw new VaultException(
          "'" + file + "' could not be written: " + reason(e) + left,
          "look at the space on the disk and at the permissions of the directory");
    } finally {
      delete(fresh);
    }
  }

  private static void write(Path fresh, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            java.util.Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Mode, owner and group of the old file; a new one is for its owner only. */
  private void attributes(Path fresh) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    PosixFileAttributes old = Files.readAttributes(file, PosixFileAttributes.class);
    PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
    PosixFileAttributes own = view.readAttributes();
    if (!own.owner().equals(old.owner())) {
      view.setOwner(old.owner());
    }
    if (!own.group().equals(old.group())) {
      view.setGroup(old.group());
    }
    view.setPermissions(old.permissions());
  }

  private static void settle(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Path real(Path file) {
    try {
      return Files.exists(file) ? file.toRealPath() : file;
    } catch (IOException e) {
      return file;
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // a leftover with a name of its own, encrypted or readable by its owner only
    }
  }

  private static String random() {
    byte[] bytes = new byte[8];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException problem) {
      String reason = problem.getReason();
      return reason == null ? e.getClass().getSimpleName() : reason;
    }
    return e.getMessage();
  }

  /** Whether two contents are the same; for contents that are not encrypted. */
  public static Predicate<byte[]> same(byte[] content) {
    return read -> Arrays.equals(read, content);
  }
}
