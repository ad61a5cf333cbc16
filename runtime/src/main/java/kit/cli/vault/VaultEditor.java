package kit.cli.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.cli.terminal.Patience;
import kit.cli.terminal.PrivateFolder;
import kit.cli.terminal.Screen;
import kit.data.ShellWords;
import kit.vault.VaultException;

/** The user's editor, told to leave no copies of what it is given. */
public final class VaultEditor {

  private static final List<String> VIM =
      List.of("-n", "-i", "NONE", "-c", "set nobackup nowritebackup noundofile");
  private static final List<String> EMACS =
      List.of("--eval", "(setq make-backup-files nil auto-save-default nil)");

  private final Screen screen;

  VaultEditor(Screen screen) {
    this.screen = screen;
  }

  /** What the user makes of a content; {@code name} tells the editor what kind of file it is. */
  byte[] edited(byte[] content, String name) {
    List<String> command = command();
    try (PrivateFolder folder = PrivateFolder.make(screen)) {
      Path file = folder.path().resolve(Path.of(name).getFileName().toString());
      Files.write(
          Files.createFile(
              file,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
          content,
          StandardOpenOption.WRITE);
      command.add(file.toString());
      ProcessBuilder editor = new ProcessBuilder(command).inheritIO();
      editor.environment().put("TMPDIR", folder.path().toString());
      Patience patience = new Patience();
      int status;
      try {
        status = editor.start().waitFor();
      } finally {
        patience.end();
      }
      if (status != 0) {
        throw new VaultException(
            "the editor ended with status " + status + ", so '" + name + "' is as it was", "");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new VaultException(
          "the editor '" + command.get(0) + "' did not do: " + e.getMessage(),
          "set EDITOR to one that is here");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VaultException("interrupted", "'" + name + "' is as it was");
    }
  }

  private List<String> command() {
    String said = screen.environment("VISUAL");
    said = said.isEmpty() ? screen.environment("EDITOR") : said;
    List<String> command = new ArrayList<>();
    try {
      command.addAll(ShellWords.split(said.isBlank() ? "vi" : said, false));
    } catch (IllegalArgumentException e) {
      throw new VaultException("the editor '" + said + "' cannot be understood", e.getMessage());
    }
    String real = real(command.get(0));
    if (real.contains("vim") && !Set.of("vimdiff", "vimtutor").contains(real)) {
      command.addAll(VIM);
    } else if (real.equals("nano")) {
      command.add("--ignorercfiles");
    } else if (real.startsWith("emacs") && !real.startsWith("emacsclient")) {
      command.addAll(EMACS);
    }
    return command;
  }

  /** What a program is really called: vi is mostly a link to vim. */
  private String real(String program) {
    List<Path> tries = new ArrayList<>();
    if (program.indexOf('/') >= 0) {
      tries.add(Path.of(program));
    } else {
      for (String folder : screen.environment("PATH").split(":")) {
        tries.add(Path.of(folder, program));
      }
    }
    for (Path each : tries) {
      try {
        if (Files.isExecutable(each)) {
          return each.toRealPath().getFileName().toString();
        }
      } catch (IOException e) {
        return program;
      }
    }
    return program;
  }
}
