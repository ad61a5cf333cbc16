package kit.cli.option;

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
public record RunRequest(
    InventoryOptions inventory, ConnectionOptions connection, PlayOptions play, Detail detail) {

  /** The same where the hosts themselves are chosen by an expression. */
  public RunRequest choosing(String text) {
    return new RunRequest(inventory.choosing(text), connection, play, detail);
  }

  /** For a play on all hosts, whatever is said of the tasks of the playbook. */
  public RunRequest unlimited() {
    PlayOptions all = new PlayOptions(List.of(), List.of(), play.extraVars(), false);
    return new RunRequest(inventory.unlimited(), connection, all, detail);
  }
}
