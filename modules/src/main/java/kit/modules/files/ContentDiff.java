package kit.modules.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kit.query.Checksum;
import kit.query.Checksum.Algorithm;
import kit.query.Content;
import kit.query.FileContent;
import kit.query.PathStat;
import kit.spi.Diff;
import kit.spi.Host;

/** Shows what becomes of a file's content: as text, or in one line what cannot be read as such. */
final class ContentDiff {

  private static final int LIMIT = 100 * 1024;

  private ContentDiff() {}

  /**
   * Before and after.
   *
   * @param known the old content if it is known; else it is asked for, but only to be shown
   */
  static Diff of(
      Host host, String path, PathStat before, Optional<FileContent> known, byte[] content) {
    boolean readable = content.length <= LIMIT && !binary(content);
    if (!before.exists()) {
      return Diff.of(path, "", readable ? text(content) : line(content));
    }
    if (readable && before.size() <= LIMIT) {
      FileContent old = known.isPresent() ? known.get() : host.ask(new Content(path));
      if (old.held() && !binary(old.raw())) {
        return Diff.of(path, old.text(), text(content));
      }
    }
    String sum =
        known.isPresent()
            ? Sums.of(known.get().raw(), Algorithm.SHA256)
            : host.ask(Checksum.sha256(path)).orElse("unknown");
    return Diff.of(path, line(before.size(), sum), line(content));
  }

  private static boolean binary(byte[] content) {
    for (byte b : content) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  private static String line(byte[] content) {
    return line(content.length, Sums.of(content, Algorithm.SHA256));
  }

  private static String line(long size, String sum) {
    return size
        + " bytes, not shown, sha256 "
        + sum.substring(0, Math.min(16, sum.length()))
        + "\n";
  }
}
