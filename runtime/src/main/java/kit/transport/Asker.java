package kit.transport;

import java.util.Optional;

/** Asks the user for a secret. Called at most once for each key file. */
@FunctionalInterface
public interface Asker {

  /** Nobody is there to answer. */
  Asker NOBODY = prompt -> Optional.empty();

  /**
   * @param prompt what is asked for
   * @return the answer, or empty if there is nobody to ask
   */
  Optional<Password> ask(String prompt);
}
