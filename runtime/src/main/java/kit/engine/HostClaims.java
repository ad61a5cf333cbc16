package kit.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kit.model.KitException;

/**
 * Which hosts of a project a run works on. Each run has a file of its own that names them, and
 * holds the system's lock on it; so what a dead process held is free at once, whatever killed it.
 */
final class HostClaims {

  private static final String SUFFIX = ".run";
  private static final long PATIENCE_MILLIS = 1_000;

  private final Path directory;
  private final Path own;
  private final Set<String> hosts = new LinkedHashSet<>();
  private FileChannel held;

  HostClaims(Path directory) {
    this.directory = directory;
    this.own = directory.resolve(ProcessHandle.current().pid() + "-" + System.nanoTime() + SUFFIX);
  }

  /**
   * Claims hosts in addition to those that are claimed already.
   *
   * @throws LockedException if another run holds one of them; then none is added
   */
  synchronized void add(Collection<String> wanted) {
    if (hosts.containsAll(wanted) || !writable()) {
      return;
    }
    try {
      Files.createDirectories(directory);
      try (FileChannel gate = open(directory.resolve("lock"))) {
        await(gate);
        refuseTaken(wanted);
        hosts.addAll(wanted);
        write();
      }
    } catch (IOException e) {
      throw new KitException(
          "cannot note in " + directory + " which hosts are being worked on: " + e.getMessage(),
          "kit keeps there what is owed to hosts: it must be able to write to it");
    }
  }

  /** Where nothing can be kept nothing is owed either, so there is nothing to guard. */
  private boolean writable() {
    Path parent = directory.toAbsolutePath().getParent();
    return Files.isWritable(Files.exists(directory) ? directory : parent);
  }

  synchronized void release() {
    if (held == null) {
      return;
    }
    try {
      Files.deleteIfExists(own);
      held.close();
    } catch (IOException e) {
      // the lock ends with the process at the latest
    }
    held = null;
    hosts.clear();
  }

  /** One process at a time looks and writes. */
  private void await(FileChannel gate) throws IOException {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (lock(gate) == null) {
      if (System.nanoTime() > end) {
        throw new IOException("it is locked for more than a second");
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  private void refuseTaken(Collection<String> wanted) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      for (Path file : files) {
        if (!file.equals(own) && !abandoned(file)) {
          List<String> lines = Files.readAllLines(file);
          List<String> taken = new ArrayList<>();
          for (String host : wanted) {
            if (lines.lastIndexOf(host) > 0) {
              taken.add(host);
            }
          }
          if (!taken.isEmpty()) {
            throw new LockedException(taken, lines.get(0));
          }
        }
      }
    }
  }

  /** Whether nobody holds a file any more; it is then removed. */
  private static boolean abandoned(Path file) throws IOException {
    try (FileChannel channel = open(file)) {
      if (lock(channel) == null) {
        return false;
      }
      Files.deleteIfExists(file);
      return true;
    }
  }

  private void write() throws IOException {
    if (held == null) {
      held = open(own);
      if (lock(held) == null) {
        throw new IOException(own + " is locked");
      }
    }
    StringBuilder text = new StringBuilder("process ").append(ProcessHandle.current().pid());
    text.append(" of ").append(System.getProperty("user.name"));
    text.append(", begun at ").append(LocalTime.now().withNano(0)).append('\n');
    for (String host : hosts) {
      text.append(host).append('\n');
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    held.position(0);
    while (bytes.hasRemaining()) {
      held.write(bytes);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
