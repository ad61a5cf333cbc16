package kit.spi;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** One thing that is sent to a host. */
public sealed interface Step {

  /**
   * Runs a piece of POSIX sh in a shell of its own with an empty standard input.
   *
   * @param script the text; it never travels in an argument list or in the environment
   * @param stdin what the script reads from its standard input, if anything
   * @param directory where it runs, {@code /} if not given
   * @param environment further environment variables
   * @param repeatable whether it may be run again when the connection was lost in the middle
   */
  record Run(
      String script,
      Optional<byte[]> stdin,
      Optional<String> directory,
      Map<String, String> environment,
      boolean repeatable)
      implements Step {

    public static Run of(String script) {
      return new Run(script, Optional.empty(), Optional.empty(), Map.of(), false);
    }

    public Run in(String place) {
      return new Run(script, stdin, Optional.of(place), environment, repeatable);
    }

    public Run reading(byte[] input) {
      return new Run(script, Optional.of(input), directory, environment, repeatable);
    }
  }

  /**
   * Replaces a file's content at once: a reader sees the old or the new content, never a mixture.
   * An existing file keeps mode, owner and extended attributes where nothing else is said.
   *
   * @param path the file; a link is written through
   * @param content what it will hold
   * @param mode permission bits, empty to keep them or to use 0644 less the umask
   * @param owner user name or number
   * @param group group name or number
   * @param backup keep the old content beside it
   * @param validate a command whose {@code %s} is replaced by the new file's path and which must
   *     succeed before the replacement
   * @param secret whether the content must be readable by nobody else and shown nowhere
   */
  record Write(
      String path,
      byte[] content,
      Optional<Integer> mode,
      Optional<String> owner,
      Optional<String> group,
      boolean backup,
      Optional<String> validate,
      boolean secret)
      implements Step {

    /** Writes a text and keeps mode and owner. */
    public static Write of(String path, String text) {
      return new Write(
          path,
          text.getBytes(StandardCharsets.UTF_8),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          false);
    }
  }
}
