package kit.discovery;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kit.spi.inventory.Found;

/**
 * The last answers of sources, one file each that only the user can read: they tell of whole
 * networks. A file that cannot be read or written is none.
 */
public final class Answers {
  private static final int VERSION = 2;
  private static final Duration LEFT = Duration.ofDays(30);

  private final Optional<Path> folder;

  /**
   * @param folder where they are kept; empty to keep none
   */
  public Answers(Optional<Path> folder) {
    this.folder = folder;
  }

  Optional<Kept> read(String key) {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(folder.get().resolve(key))))) {
      if (in.readInt() != VERSION) {
        return Optional.empty();
      }
      Instant at = Instant.ofEpochMilli(in.readLong());
      Map<String, String> environment = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        environment.put(in.readUTF(), in.readUTF());
      }
      return Optional.of(new Kept(at, environment, FoundFile.read(in)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // whatever is in a damaged file
    }
  }

  void forget(String key) {
    if (folder.isPresent()) {
      try {
        Files.deleteIfExists(folder.get().resolve(key));
      } catch (IOException e) {
        return; // as good as it gets
      }
    }
  }

  void write(String key, Map<String, String> environment, Found found) {
    if (folder.isEmpty()) {
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      out.writeLong(Instant.now().toEpochMilli());
      out.writeInt(environment.size());
      for (Map.Entry<String, String> each : environment.entrySet()) {
        out.writeUTF(each.getKey());
        out.writeUTF(each.getValue());
      }
      FoundFile.write(found, out);
      Files.createDirectories(folder.get());
      tidy(folder.get());
      Path part = Files.createTempFile(folder.get(), "new", ""); // 0600 from the beginning
      Files.write(part, bytes.toByteArray());
      Files.move(part, folder.get().resolve(key), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      return; // a cache that cannot be written is none
    }
  }

  /** Each change of a configuration leaves an answer behind that nobody will ask for again. */
  private static void tidy(Path folder) throws IOException {
    Instant old = Instant.now().minus(LEFT);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (DirectoryIteratorException | NoSuchFileException e) {
      return; // another kit tidies too
    }
  }
}
