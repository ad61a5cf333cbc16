package kit.inventory;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One {@code -i}.
 *
 * @param text as the user wrote it
 * @param folder the directory beside which group_vars and host_vars are looked for; empty for a
 *     host list
 */
public record InventorySource(String text, Optional<Path> folder) {}
