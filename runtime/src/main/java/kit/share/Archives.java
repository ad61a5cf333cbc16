package kit.share;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Unpacks archives into empty directories, or refuses them. */
final class Archives {

  private static final int TYPE = 0170000;
  private static final int REGULAR = 0100000;
  private static final int DIRECTORY = 0040000;

  private final Limits limits;

  Archives(Limits limits) {
    this.limits = limits;
  }

  /**
   * @param into an empty directory; what is in it after a refusal is to be thrown away
   * @throws kit.model.KitException if the archive is refused or broken
   */
  void unpack(Path archive, Path into) {
    String name = archive.toString();
    try {
      long size = Files.size(archive);
      Unpacking unpacking = new Unpacking(into, limits, size);
      if (name.endsWith(".zip") || name.endsWith(".jar")) {
        zip(archive, unpacking);
      } else {
        try (InputStream in =
            GzipCompressorInputStream.builder()
                .setInputStream(new BufferedInputStream(Files.newInputStream(archive)))
                .setDecompressConcatenated(true)
                .get()) {
          // headers and padding count too: names can be as long as a bomb
          tar(new Bounded(in, size), unpacking);
        }
      }
    } catch (ArchiveException e) {
      throw e.problem(name);
    } catch (IOException | RuntimeException e) {
      throw new ArchiveException("", "it is broken: " + e.getMessage()).problem(name);
    }
  }

  /** Unpacks a plain tar, as git writes it. */
  void untar(InputStream in, Path into, String name) {
    try {
      tar(in, new Unpacking(into, limits, 0));
    } catch (ArchiveException e) {
      throw e.problem(name);
    } catch (IOException | RuntimeException e) {
      throw new ArchiveException("", "it is broken: " + e.getMessage()).problem(name);
    }
  }

  private static void tar(InputStream in, Unpacking unpacking) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(in, "UTF-8");
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      String name = entry.getName();
      if (entry.isSymbolicLink() || entry.isLink()) {
        throw new ArchiveException(name, "it is a link");
      }
      if (entry.isDirectory()) {
        unpacking.directory(name, entry.getMode());
      } else if (entry.isFile() && !entry.isSparse() && plain(entry)) {
        unpacking.file(name, entry.getMode(), tar);
      } else if (!entry.isGlobalPaxHeader()) {
        throw new ArchiveException(name, "it is neither a file nor a directory");
      }
    }
  }

  private static boolean plain(TarArchiveEntry entry) {
    return !entry.isBlockDevice()
        && !entry.isCharacterDevice()
        && !entry.isFIFO()
        && !entry.isGlobalPaxHeader();
  }

  private static void zip(Path archive, Unpacking unpacking) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        String name = entry.getName();
        int mode = entry.getUnixMode();
        int type = mode & TYPE;
        if (type != 0 && type != (entry.isDirectory() ? DIRECTORY : REGULAR)) {
          throw new ArchiveException(name, "it is neither a file nor a directory");
        }
        if (!zip.canReadEntryData(entry)) {
          throw new ArchiveException(name, "it is encrypted or packed in an unusual way");
        }
        if (entry.isDirectory()) {
          unpacking.directory(name, mode);
        } else {
          try (InputStream content = zip.getInputStream(entry)) {
            unpacking.file(name, mode, content);
          }
        }
      }
    }
  }

  /** Ends a stream that grows too far beyond what it was made of. */
  private final class Bounded extends FilterInputStream {
    private final long packed;
    private long read;

    Bounded(InputStream in, long packed) {
      super(in);
      this.packed = packed;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int some = super.read(buffer, from, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int more) throws IOException {
      read += more;
      if (read > (1 << 20) && read / limits.ratio() > packed || read / 2 > limits.bytes()) {
        throw new ArchiveException(
            "", "it grows to more than " + limits.ratio() + " times its size");
      }
    }
  }
}
