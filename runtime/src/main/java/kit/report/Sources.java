package kit.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.Location;

/** Lines of the files that problems are in. */
final class Sources {

  private final Map<String, List<String>> known = new LinkedHashMap<>();

  /** The line of a place; empty if it cannot be read, for the message must come out anyway. */
  String line(Location at) {
    if (at.line() == 0) {
      return "";
    }
    List<String> source = known.get(at.file());
    if (source == null) {
      source = read(at.file());
      known.put(at.file(), source);
    }
    return at.line() <= source.size() ? source.get(at.line() - 1) : "";
  }

  /** Takes a text that is in no file. */
  void put(String file, String text) {
    known.put(file, text.lines().toList());
  }

  /** Behind which column the word or text ends that stands at a place; 0 if nobody knows. */
  int end(Location at) {
    String line = line(at);
    int start = at.column() - 1;
    if (start < 0 || start >= line.length()) {
      return 0;
    }
    char first = line.charAt(start);
    int end = start + 1;
    if (first == '\'' || first == '"') {
      while (end < line.length() && line.charAt(end) != first) {
        end += line.charAt(end) == '\\' ? 2 : 1;
      }
      return Math.min(end + 1, line.length()) + 1;
    }
    while (end < line.length()
        && Character.isJavaIdentifierPart(first)
        && Character.isJavaIdentifierPart(line.charAt(end))) {
      end++;
    }
    return end + 1;
  }

  private static List<String> read(String file) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of(file));
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException | IllegalArgumentException e) {
      return List.of();
    }
  }
}
