package kit.cli.terminal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kit.vault.VaultException;

/**
 * A directory that only its owner can enter, in memory if the machine has such a place: its files
 * are never on a disk. Deleted in any case, also when the process is told to end.
 */
public final class PrivateFolder implements AutoCloseable {

  private static final String PREFIX = "kit-vault-";

  private final Path folder;
  private final boolean memory;
  private final Thread hook = new Thread(this::delete);

  private PrivateFolder(Path folder, boolean memory) {
    this.folder = folder;
    this.memory = memory;
  }

  /** Makes one. */
  public static PrivateFolder make(Screen screen) {
    String runtime = screen.environment("XDG_RUNTIME_DIR");
    Path user = Path.of(runtime.isEmpty() ? "/nonexistent" : runtime);
    for (Path place : List.of(Path.of("/dev/shm"), user)) {
      if (inMemory(place)) {
        sweep(place);
        Optional<PrivateFolder> made = in(place, true);
        if (made.isPresent()) {
          return made.get();
        }
      }
    }
    screen.err.line(
        "warning: there is no directory in memory here (/dev/shm, $XDG_RUNTIME_DIR), so the plain"
            + " text is on the disk while you edit and is overwritten after that");
    return in(Path.of(System.getProperty("java.io.tmpdir")), false)
        .orElseThrow(() -> new VaultException("there is no place for a temporary file", ""));
  }

  private static Optional<PrivateFolder> in(Path place, boolean memory) {
    try {
      String name = PREFIX + ProcessHandle.current().pid() + "-";
      Path folder =
          Files.createTempDirectory(
              place,
              name,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      PrivateFolder made = new PrivateFolder(folder, memory);
      Runtime.getRuntime().addShutdownHook(made.hook);
      return Optional.of(made);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public Path path() {
    return folder;
  }

  boolean memory() {
    return memory;
  }

  private static boolean inMemory(Path place) {
    try {
      String type = Files.getFileStore(place).type();
      return (type.equals("tmpfs") || type.equals("ramfs")) && Files.isWritable(place);
    } catch (IOException e) {
      return false;
    }
  }

  /** Takes away what a process left that was killed. */
  private static void sweep(Path place) {
    try (Stream<Path> entries = Files.list(place)) {
      entries
          .filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
          .filter(PrivateFolder::abandoned)
          .forEach(entry -> new PrivateFolder(entry, true).delete());
    } catch (IOException e) {
      // somebody else's matter
    }
  }

  private static boolean abandoned(Path entry) {
    String[] words = entry.getFileName().toString().split("-");
    try {
      return words.length > 3
          && ProcessHandle.of(Long.parseLong(words[2])).isEmpty()
          && Files.getOwner(entry).getName().equals(System.getProperty("user.name"));
    } catch (IOException | NumberFormatException e) {
      return false;
    }
  }

  @Override
  public void close() {
    delete();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!memory && Files.isRegularFile(file)) {
          overwrite(file);
        }
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // gone already
    }
  }

  private static void overwrite(Path file) throws IOException {
    byte[] nothing = new byte[(int) Math.min(Files.size(file), 1 << 20)];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (long at = 0; at < Files.size(file); at += nothing.length) {
        channel.write(java.nio.ByteBuffer.wrap(nothing), at);
      }
      channel.force(true);
    }
  }
}
