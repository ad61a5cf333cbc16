package kit.cli;

import java.util.List;
import kit.report.Detail;

/**
 * All that the user said about a run.
 *
 * @param inventory which hosts
 * @param connection how they are reached
 * @param play what of the playbook
 * @param detail how much is told
 */
record RunRequest(
    InventoryOptions inventory, ConnectionOptions connection, PlayOptions play, Detail detail) {

  /** For a play on all hosts, whatever is said of the tasks of the playbook. */
  RunRequest unlimited() {
    PlayOptions all = new PlayOptions(List.of(), List.of(), play.extraVars(), false);
    return new RunRequest(inventory.unlimited(), connection, all, detail);
  }
}
