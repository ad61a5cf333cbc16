package kit.model;

import java.nio.file.Path;
import java.util.List;

/**
 * A playbook that has been read.
 *
 * @param file the file it came from
 * @param plays in the order written
 */
public record Playbook(Path file, List<Play> plays) {}
