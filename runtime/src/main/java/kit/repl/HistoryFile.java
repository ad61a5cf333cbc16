package kit.repl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kit.model.Secrets;

/** What was typed, in a file that only its owner can read and that holds no secrets. */
final class HistoryFile {

  private static final int MOST = 2000;
  private final Path file;
  private final Secrets secrets;
  private boolean works = true;

  HistoryFile(Path file, Secrets secrets) {
    this.file = file;
    this.secrets = secrets;
  }

  /** The lines kept from earlier sessions, the oldest first. */
  List<String> load() {
    List<String> lines = new ArrayList<>();
    try {
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          lines.add(unescaped(line));
        }
      }
      if (lines.size() > MOST) {
        lines = new ArrayList<>(lines.subList(lines.size() - MOST, lines.size()));
        Files.delete(file);
        lines.forEach(this::write);
      }
    } catch (IOException e) {
      works = false;
    }
    return lines;
  }

  private static String unescaped(String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      boolean escaped = line.charAt(i) == '\\' && i + 1 < line.length();
      char c = escaped ? line.charAt(++i) : line.charAt(i);
      text.append(escaped && c == 'n' ? '\n' : c);
    }
    return text.toString();
  }

  /**
   * Whether a line may be kept: it holds nothing known as a secret, gives no text to what usually
   * is one, and does not begin with a blank, by which users say that it is nobody's business.
   */
  boolean keeps(String line) {
    if (line.isBlank() || line.startsWith(" ") || secrets.hides(line)) {
      return false;
    }
    return !GivenSecret.in(line) && !line.toLowerCase(Locale.ROOT).contains("nolog");
  }

  /** Keeps a line. */
  void add(String line) {
    if (keeps(line)) {
      write(line);
    }
  }

  private void write(String line) {
    if (!works) {
      return;
    }
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      String one = line.replace("\\", "\\\\").replace("\n", "\\n") + "\n";
      Files.writeString(file, one, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException | UnsupportedOperationException e) {
      works = false; // a session without a history is better than none
    }
  }
}
