package kit.project;

import java.util.Optional;

/** Asks the user at the terminal. */
@FunctionalInterface
public interface Questioner {

  /**
   * @param echo whether what is typed can be seen
   * @return empty if there is no terminal
   */
  Optional<String> ask(String text, boolean echo);
}
