package kit.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;

/**
 * What a file held before another took its place, still open so that it can be overwritten on the
 * disk. Disks that write elsewhere each time keep the old blocks all the same.
 */
final class Remains implements AutoCloseable {
  private static final int PIECE = 64 * 1024;

  /** Nothing to overwrite. */
  static final Remains NONE = new Remains(null);

  private final FileChannel channel;

  private Remains(FileChannel channel) {
    this.channel = channel;
  }

  /** The content of a file, unless it has another name too. */
  static Remains of(Path file) throws IOException {
    boolean alone = Files.exists(file) && Files.getAttribute(file, "unix:nlink").equals(1);
    return alone ? new Remains(FileChannel.open(file, StandardOpenOption.WRITE)) : NONE;
  }

  void overwrite() throws IOException {
    if (channel == null) {
      return;
    }
    SecureRandom random = new SecureRandom();
    byte[] noise = new byte[PIECE];
    long size = channel.size();
    channel.position(0);
    for (long at = 0; at < size; ) {
      random.nextBytes(noise);
      at += channel.write(ByteBuffer.wrap(noise, 0, (int) Math.min(PIECE, size - at)));
    }
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
