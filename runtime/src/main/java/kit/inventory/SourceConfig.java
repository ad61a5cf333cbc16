package kit.inventory;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import kit.catalog.Given;
import kit.model.Location;
import kit.spi.inventory.Found;

/**
 * A dynamic source as an inventory names it.
 *
 * @param plugin its name as written
 * @param folder the directory of the inventory's file; relative paths start here
 * @param settings what is said of it, without its name
 * @param rules what the inventory makes of the hosts found, in its own language
 * @param location where it is named
 */
public record SourceConfig(
    String plugin,
    Path folder,
    List<Given> settings,
    UnaryOperator<Found> rules,
    Location location) {}
