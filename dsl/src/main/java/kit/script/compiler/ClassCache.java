package kit.script.compiler;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compiled scripts on disk, one file each. Whoever can write there decides what kit runs: only a
 * directory that belongs to the user and that nobody else can write is used. Nothing depends on the
 * cache; what is broken in it is made anew.
 */
public final class ClassCache {

  private static final int VERSION = 3;
  private static final int DIGEST = 32;

  private final Path directory;

  public ClassCache(Path directory) {
    this.directory = directory;
  }

  /** What was kept under a key, if it is whole. */
  public Optional<CompiledClasses> find(String key, String file) {
    Path entry = entry(key);
    try {
      if (!mine(directory)
          || !mine(entry)
          || !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      byte[] all = Files.readAllBytes(entry);
      byte[] content = Arrays.copyOfRange(all, DIGEST, Math.max(all.length, DIGEST));
      if (!Arrays.equals(all, 0, DIGEST, digest(key, content), 0, DIGEST)) {
        return Optional.empty();
      }
      return Optional.of(read(new DataInputStream(new ByteArrayInputStream(content)), file));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Keeps a compiled script; if that fails, it is compiled again the next time. */
  public void keep(String key, CompiledClasses classes) {
    try {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      if (!mine(directory)) {
        return;
      }
      byte[] content = write(classes);
      Path part = Files.createTempFile(directory, "new", "");
      try {
        Files.write(part, digest(key, content), StandardOpenOption.TRUNCATE_EXISTING);
        Files.write(part, content, StandardOpenOption.APPEND);
        Files.move(part, entry(key), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException | RuntimeException e) {
      // a cache that cannot be written is none
    }
  }

  private Path entry(String key) {
    return directory.resolve(key + ".kit");
  }

  private static boolean mine(Path path) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Set<PosixFilePermission> permissions = attributes.permissions();
    return attributes.owner().getName().equals(System.getProperty("user.name"))
        && !permissions.contains(PosixFilePermission.GROUP_WRITE)
        && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }

  private static byte[] digest(String key, byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return digest.digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] write(CompiledClasses classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(VERSION);
    out.writeUTF(classes.main());
    out.writeInt(classes.classes().size());
    for (Map.Entry<String, byte[]> each : classes.classes().entrySet()) {
      out.writeUTF(each.getKey());
      out.writeInt(each.getValue().length);
      out.write(each.getValue());
    }
    new IndexWriter(out).write(classes.index());
    return bytes.toByteArray();
  }

  private static CompiledClasses read(DataInputStream in, String file) throws IOException {
    if (in.readInt() != VERSION) {
      throw new IOException("another version");
    }
    String main = in.readUTF();
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      classes.put(name, in.readNBytes(in.readInt()));
    }
    return new CompiledClasses(main, classes, new IndexReader(in, file).read(), List.of());
  }
}
