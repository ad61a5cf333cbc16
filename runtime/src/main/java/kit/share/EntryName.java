package kit.share;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The name of an entry in an archive, if it stays below the directory.
 *
 * @param parts its directories and its own name; none for the directory itself
 */
record EntryName(List<String> parts) {

  /**
   * @throws ArchiveException if the name leads anywhere else, or no file can be called so
   */
  static EntryName of(String name) throws IOException {
    if (name.isEmpty() || name.length() > Limits.PATH) {
      throw new ArchiveException(name, "its name is empty or too long");
    }
    if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.matches("^[A-Za-z]:.*")) {
      throw new ArchiveException(name, "its name is no path below a directory");
    }
    List<String> parts = new ArrayList<>();
    for (String part : name.split("/")) {
      if (part.equals("..")) {
        throw new ArchiveException(name, "it leads out of the directory");
      }
      if (part.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > Limits.NAME) {
        throw new ArchiveException(name, "its name is too long");
      }
      for (int i = 0; i < part.length(); i++) {
        if (part.charAt(i) < ' ' || part.charAt(i) == 127 || part.charAt(i) == '\uFFFD') {
          throw new ArchiveException(name, "its name holds signs that no file should have");
        }
      }
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    if (parts.size() > Limits.DEPTH) {
      throw new ArchiveException(name, "it lies too deep");
    }
    return new EntryName(parts);
  }

  /** What names have in common that some file systems take for the same file. */
  static String folded(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
