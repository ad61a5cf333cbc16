package kit.spi;

import java.util.Optional;

/**
 * A place on the controller where a file of a host is kept.
 *
 * @param path its absolute path
 * @param sha256 checksum of the file that is there when the call is made; empty if there is none
 */
public record Kept(String path, Optional<String> sha256) {}
