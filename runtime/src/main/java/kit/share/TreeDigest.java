package kit.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The SHA-256 of a directory: of the names of its files in order, whether they may be executed, and
 * their content. Dates, owners and empty directories do not count.
 */
final class TreeDigest {

  private TreeDigest() {}

  static String of(Path root) throws IOException {
    MessageDigest all = sha256();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(each -> !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)).toList();
    }
    List<String> names =
        files.stream().map(each -> root.relativize(each).toString()).sorted().toList();
    for (String name : names) {
      Path file = root.resolve(name);
      String kind = Files.isSymbolicLink(file) ? "link" : Files.isExecutable(file) ? "run" : "file";
      byte[] content =
          Files.isSymbolicLink(file)
              ? Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8)
              : Files.readAllBytes(file);
      all.update((kind + '\0' + name + '\0').getBytes(StandardCharsets.UTF_8));
      all.update(sha256().digest(content));
    }
    return HexFormat.of().formatHex(all.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
