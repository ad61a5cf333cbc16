package kit.model;

import java.util.Optional;

/**
 * The texts of a run that must be shown nowhere. A text that holds one of them is as secret as they
 * are, however it came about. Safe for use by many threads.
 */
public interface Secrets {

  /** Nothing is secret, and nothing becomes so. */
  Secrets NONE =
      new Secrets() {
        @Override
        public void add(String text, Location from) {}

        @Override
        public boolean any() {
          return false;
        }

        @Override
        public Optional<Location> in(String text) {
          return Optional.empty();
        }
      };

  /**
   * From now on this text is secret.
   *
   * @param from where it was written, {@link Location#NONE} if nowhere
   */
  void add(String text, Location from);

  /** From now on this text is shown nowhere; nothing else is made of it. */
  default void veil(String text) {
    // nothing is shown
  }

  /** Whether a text would be shown otherwise than it is. */
  default boolean hides(String text) {
    return in(text).isPresent();
  }

  /** Whether there is any at all. */
  boolean any();

  /** Where a secret was written that the text holds; empty if it holds none. */
  Optional<Location> in(String text);
}
