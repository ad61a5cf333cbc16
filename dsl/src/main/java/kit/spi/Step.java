package kit.spi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One thing that is done for a call: on the host, or by the controller for it. */
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
      return of(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes and keeps mode and owner. */
    public static Write of(String path, byte[] content) {
      Optional<String> none = Optional.empty();
      return new Write(path, content, Optional.empty(), none, none, false, none, false);
    }

    public Write at(Optional<Integer> bits) {
      return new Write(path, content, bits, owner, group, backup, validate, secret);
    }

    public Write at(int bits) {
      return at(Optional.of(bits));
    }

    public Write owned(Optional<String> user, Optional<String> its) {
      return new Write(path, content, mode, user, its, backup, validate, secret);
    }

    public Write keepingOld(boolean keep) {
      return new Write(path, content, mode, owner, group, keep, validate, secret);
    }

    public Write checkedBy(Optional<String> command) {
      return new Write(path, content, mode, owner, group, backup, command, secret);
    }

    public Write closed(boolean hide) {
      return new Write(path, content, mode, owner, group, backup, validate, hide);
    }
  }

  /**
   * Brings a file of the host to the controller, where it replaces what is there at once. The host
   * is only read.
   *
   * @param path the file on the host
   * @param dest absolute path on the controller, as {@link Host#kept} gave it, so that no host has
   *     a say in it; missing directories are made, and the file can be read by its owner only
   * @param sha256 what must arrive; empty for whatever there is
   */
  record Keep(String path, String dest, Optional<String> sha256) implements Step {}

  /**
   * Gives the connection up and comes back: waits, then connects anew and runs a test, again and
   * again until the test succeeds. Nothing that was known of the host is known afterwards. Where a
   * step before it loses the connection, that is taken as meant. Its output is that of the test
   * that succeeded; if none did in time, it has timed out, with what went wrong last as its errors.
   *
   * @param delay how long to wait before the first attempt
   * @param timeout how long to try, the delay not counted
   * @param connectTimeout how long one attempt to connect may take
   * @param pause how long to wait between attempts
   * @param test a piece of POSIX sh that succeeds when the host is as it should be
   */
  record Reconnect(
      Duration delay, Duration timeout, Duration connectTimeout, Duration pause, String test)
      implements Step {}

  /**
   * Asks the user at the terminal of the controller, one host after the other. Its standard output
   * is the answer without the line end; without a terminal it fails.
   *
   * @param text what to ask
   * @param echo whether what is typed can be seen
   */
  record Prompt(String text, boolean echo) implements Step {}
}
