package kit.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a file that is edited, with the bytes as {@link FileContent#bytes} has them. Edits
 * are compared by lines: a last line without an end, or blank lines after it, are no difference.
 */
public final class FileLines {

  private FileLines() {}

  public static List<String> of(FileContent content) {
    List<String> lines = new ArrayList<>(List.of(content.bytes().split("\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  /** The content that a file with these lines has. */
  public static FileContent content(List<String> lines) {
    String bytes = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    return FileContent.of(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
