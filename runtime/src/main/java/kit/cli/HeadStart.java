package kit.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import kit.cli.option.InventoryOptions;
import kit.script.PlaybookLoader;
import kit.transport.ssh.Rehearsal;

/**
 * Gets slow libraries ready on other threads while the inventory is read: Groovy's runtime and what
 * an SSH handshake needs. Nothing depends on it but time.
 */
final class HeadStart {

  private final Thread groovy = new Thread(PlaybookLoader::prepare, "kit-groovy");

  private HeadStart() {}

  static HeadStart of(InventoryOptions inventory) {
    HeadStart start = new HeadStart();
    boolean code = false;
    for (String source : inventory.sources()) {
      // such an inventory uses Groovy itself, on this thread
      code |= source.endsWith(".groovy") || Files.isDirectory(Path.of(source));
    }
    if (!code) {
      start.groovy.setDaemon(true);
      start.groovy.start();
    }
    ssh(inventory);
    return start;
  }

  /** Only what an SSH handshake needs. */
  static void ssh(InventoryOptions inventory) {
    if (!inventory.sources().isEmpty()) {
      Thread ssh = new Thread(Rehearsal::run, "kit-ssh");
      ssh.setDaemon(true);
      ssh.start();
    }
  }

  /**
   * Waits until Groovy's runtime is there. Two threads must not begin with it from different sides:
   * its classes need one another to get ready.
   */
  void awaitGroovy() {
    try {
      groovy.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
