package kit.model;

import java.util.List;
import java.util.Optional;

/**
 * Something that the user is asked.
 *
 * @param name the variable that takes or gives the answer; empty if none
 * @param text what is asked
 * @param otherwise the answer of an empty line
 * @param secret whether what is typed is hidden, here and in all output
 * @param confirm whether it has to be typed twice
 * @param choices the possible answers; empty for any
 * @param location where it is asked
 */
public record Question(
    String name,
    String text,
    Optional<String> otherwise,
    boolean secret,
    boolean confirm,
    List<String> choices,
    Location location) {

  public Question {
    choices = List.copyOf(choices);
  }

  /** Whether this may be the answer. */
  public boolean takes(String answer) {
    return choices.isEmpty() || choices.contains(answer);
  }
}
