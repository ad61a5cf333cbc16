package kit.inventories.vagrant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kit.spi.inventory.Found;
import kit.spi.inventory.InventorySource;
import kit.spi.inventory.Search;
import kit.spi.inventory.SourceFailure;

/**
 * The running machines of Vagrant, as {@code vagrant ssh-config} tells of them; in the group {@code
 * vagrant}.
 *
 * <pre>{@code
 * vagrant()
 * }</pre>
 *
 * @param path of a file with what vagrant ssh-config has printed; if it is not given, it is run in
 *     the directory of the inventory
 */
public record Vagrant(Optional<String> path) implements InventorySource {

  @Override
  public Found find(Search search) {
    if (path.isEmpty()) {
      return new Found(SshConfig.hosts(run(search)), List.of());
    }
    Path file = search.folder().resolve(path.get());
    try {
      return new Found(SshConfig.hosts(Files.readString(file)), List.of());
    } catch (IOException e) {
      throw new SourceFailure(file + " cannot be read", "vagrant ssh-config > FILE");
    }
  }

  private static String run(Search search) {
    try {
      Path out = Files.createTempFile("vagrant", ".out");
      Path err = Files.createTempFile("vagrant", ".err");
      try {
        Process vagrant =
            new ProcessBuilder("vagrant", "ssh-config")
                .directory(search.folder().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!vagrant.waitFor(search.patience().toMillis(), TimeUnit.MILLISECONDS)) {
          vagrant.destroyForcibly();
          throw new SourceFailure("vagrant ssh-config does not end", "try it by hand");
        }
        if (vagrant.exitValue() != 0) {
          throw new SourceFailure(
              "vagrant ssh-config fails: " + Files.readString(err).strip().replace('\n', ' '),
              "vagrant up");
        }
        return Files.readString(out);
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new SourceFailure(
          "vagrant cannot be run: " + e.getMessage(), "path names a file with its output");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceFailure("interrupted while vagrant was asked", "");
    }
  }
}
