package kit.project;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads files so that hosts which copy the same large one at the same time have it in memory once.
 * Nobody changes the bytes.
 */
final class LargeFiles {
  private static final int LARGE = 1 << 20;

  private final Map<Path, Held> held = new HashMap<>();

  private record Held(FileTime changed, WeakReference<byte[]> bytes) {}

  byte[] read(Path file, BasicFileAttributes attributes) throws IOException {
    return attributes.size() < LARGE ? Files.readAllBytes(file) : shared(file, attributes);
  }

  private synchronized byte[] shared(Path file, BasicFileAttributes now) throws IOException {
    Held before = held.get(file);
    byte[] bytes = before == null ? null : before.bytes().get();
    boolean same = bytes != null && before.changed().equals(now.lastModifiedTime());
    if (same && bytes.length == now.size()) {
      return bytes;
    }
    byte[] read = Files.readAllBytes(file);
    held.put(file, new Held(now.lastModifiedTime(), new WeakReference<>(read)));
    return read;
  }
}
