package kit.cli;

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
    InventoryOptions inventory, ConnectionOptions connection, PlayOptions play, Detail detail) {}
