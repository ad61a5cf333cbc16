package kit.inventory;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kit.data.DataFile;

/**
 * An executable file that prints an inventory. It is started directly, without a shell: names of
 * hosts are arguments and nothing else.
 */
final class Program {
  private static final File NOTHING = new File("/dev/null");
  private static final int MOST_COMPLAINTS = 1 << 16;
  private static final int LINES = 10;

  private final Path file;
  private final Duration limit;

  /**
   * @param limit how long one call may take
   */
  Program(Path file, Duration limit) {
    this.file = file;
    this.limit = limit;
  }

  /**
   * What a call printed.
   *
   * @param text standard output
   * @param complaints standard error, its last lines
   */
  record Printed(String text, String complaints) {}

  /**
   * @throws SourceException if it cannot be started, takes too long or fails
   */
  Printed call(String... arguments) {
    List<String> command = new ArrayList<>(List.of(file.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectInput(NOTHING).start();
    } catch (IOException e) {
      throw problem("it cannot be run: " + e.getMessage(), "check its first line, #!...");
    }
    // it is kept as bytes, as text and as what it says
    int most = (int) Math.min(1 << 30, Runtime.getRuntime().maxMemory() / 4);
    Drain out = new Drain(process.getInputStream(), most);
    Drain err = new Drain(process.getErrorStream(), MOST_COMPLAINTS);
    String what = "'" + file.getFileName() + " " + String.join(" ", arguments) + "' ";
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw problem(
            what + "did not end within " + limit.toSeconds() + " s" + tail(err.text()),
            "run it by hand");
      }
      boolean whole = out.ends() && err.ends();
      if (process.exitValue() != 0) {
        throw problem(
            what + "failed with exit code " + process.exitValue() + tail(err.text()),
            "run it by hand");
      }
      if (!whole || out.full()) {
        throw problem(
            what
                + (whole
                    ? "printed more than " + (most >> 20) + " MB"
                    : "left a process that goes on printing"),
            whole ? "KIT_OPTS=-Xmx1g gives kit memory for more" : "run it by hand");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw problem(what + "was interrupted", "");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Printed(DataFile.text(out.bytes(), file.toString()), err.text());
  }

  /** The last lines of what a program complains of, each on a line of its own. */
  static String tail(String complaints) {
    List<String> lines = complaints.strip().lines().toList();
    StringBuilder tail = new StringBuilder();
    for (String line : lines.subList(Math.max(0, lines.size() - LINES), lines.size())) {
      tail.append('\n').append(line);
    }
    return tail.toString();
  }

  private SourceException problem(String message, String hint) {
    return new SourceException(file, message, hint);
  }
}
