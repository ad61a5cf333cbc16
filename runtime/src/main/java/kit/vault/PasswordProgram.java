package kit.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A program that prints a vault password. It may use the terminal.
 *
 * @param file the program
 * @param label the vault id, told to programs whose name ends in {@code -client}
 */
record PasswordProgram(Path file, String label) {
  private static final int UNKNOWN_ID = 2;

  byte[] run() {
    List<String> command = new ArrayList<>(List.of(file.toAbsolutePath().toString()));
    if (client()) {
      command.addAll(List.of("--vault-id", label));
    }
    try {
      refuseText();
      Process process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      byte[] said = process.getInputStream().readAllBytes();
      int status = process.waitFor();
      if (client() && status == UNKNOWN_ID) {
        throw new VaultException("'" + file + "' knows no vault id '" + label + "'", "");
      }
      if (status != 0) {
        throw new VaultException(
            "'" + file + "' gave no vault password: exit status " + status, "run it by hand");
      }
      return withoutLineEnds(said);
    } catch (IOException e) {
      throw new VaultException(
          "the vault password program '" + file + "' cannot be run: " + e.getMessage(),
          "does it begin with #!? a file with a password must not be executable: chmod -x");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VaultException("interrupted while '" + file + "' was running", "");
    }
  }

  /** Else Java would have a shell read the password as a script. */
  private void refuseText() throws IOException {
    byte[] start = new byte[2];
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(start, 0, 2);
      boolean program = read == 2 && (start[0] == '#' && start[1] == '!' || start[0] == 0x7f);
      if (!program) {
        throw new IOException("it is a text");
      }
    }
  }

  private boolean client() {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return (dot < 1 ? name : name.substring(0, dot)).endsWith("-client");
  }

  private static byte[] withoutLineEnds(byte[] said) {
    String text = new String(said, StandardCharsets.ISO_8859_1);
    int from = 0;
    int to = text.length();
    while (from < to && "\r\n".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "\r\n".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return Arrays.copyOfRange(said, from, to);
  }
}
