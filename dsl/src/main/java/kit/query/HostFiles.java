package kit.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The output of setup.sh, taken apart: files by their path, sections by their name. */
final class HostFiles {

  private final Map<String, List<String>> files = new LinkedHashMap<>();
  private final Map<String, List<String>> sections = new LinkedHashMap<>();

  HostFiles(String text) {
    String section = "";
    for (String line : text.split("\n")) {
      if (line.startsWith("@")) {
        section = line.substring(1);
      } else if (!section.equals("files")) {
        sections.computeIfAbsent(section, name -> new ArrayList<>()).add(line);
      } else if (line.startsWith("/") && line.indexOf(':') > 0) {
        int colon = line.indexOf(':');
        files
            .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
            .add(line.substring(colon + 1));
      }
    }
  }

  List<String> lines(String path) {
    return files.getOrDefault(path, List.of());
  }

  /** The first line of a file; empty if there is none. */
  String first(String path) {
    List<String> lines = lines(path);
    return lines.isEmpty() ? "" : lines.get(0).strip();
  }

  List<String> section(String name) {
    return sections.getOrDefault(name, List.of());
  }

  /** The last part of the paths of files in a folder's folders: {@code eth0}. */
  List<String> folders(String parent, String file) {
    List<String> names = new ArrayList<>();
    for (String path : files.keySet()) {
      if (path.startsWith(parent) && path.endsWith(file)) {
        names.add(path.substring(parent.length(), path.length() - file.length()));
      }
    }
    return names;
  }

  /** The value in lines such as {@code NAME="value"} or {@code name : value}; empty if missing. */
  static String value(List<String> lines, String name, char separator) {
    for (String line : lines) {
      int at = line.indexOf(separator);
      if (at > 0 && line.substring(0, at).strip().equals(name)) {
        String value = line.substring(at + 1).strip();
        boolean quoted =
            value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
      }
    }
    return "";
  }

  /** The number that a text begins with; 0 if it begins with none. */
  static long number(String text) {
    int end = 0;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end == 0 || end > 18 ? 0 : Long.parseLong(text.substring(0, end));
  }

  static int integer(String text) {
    return (int) Math.min(number(text), Integer.MAX_VALUE);
  }

  /** The words of a line. */
  static String[] words(String line) {
    return line.strip().split("\\s+");
  }
}
