package kit.modules.commands;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a command gets on standard input. */
final class Input {

  private Input() {}

  /** A text for standard input as bytes, with a line end at its end if that is wanted. */
  static Optional<byte[]> bytes(Optional<String> text, boolean newline) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String given = text.get();
    String whole = newline && !given.endsWith("\n") ? given + "\n" : given;
    return Optional.of(whole.getBytes(StandardCharsets.UTF_8));
  }
}
