package kit.spi.inventory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What a source may know of where it is asked.
 *
 * @param folder the directory of the configuration; relative paths in settings start here
 * @param home the user's home directory
 * @param environment environment variables by name, null for one that is not set
 * @param patience limit for everything that the source asks
 */
public record Search(
    Path folder, Path home, UnaryOperator<String> environment, Duration patience) {}
