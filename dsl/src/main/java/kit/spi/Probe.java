package kit.spi;

import java.util.List;
import java.util.function.Function;

/**
 * A read-only piece of POSIX sh and the reader of its output. It works under dash, bash and busybox
 * ash, reads no standard input, and may not end the shell ({@code exit}).
 *
 * @param script the text
 * @param reader turns the output into one answer for each question, in the order of the batch
 * @param <A> the type of the answers
 */
public record Probe<A>(String script, Function<Output, List<A>> reader) {}
