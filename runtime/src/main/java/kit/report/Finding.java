package kit.report;

import java.util.List;

/**
 * How a call went, without the host: hosts with equal findings share a line.
 *
 * @param mark the kind
 * @param place where a failed call stands; empty otherwise
 * @param lines what is said below the line
 * @param compared whether differences are among them
 */
record Finding(Mark mark, String place, List<String> lines, boolean compared) {}
