package kit.inventory;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What inventory programs said the last time; kit.discovery keeps it. */
public interface Memory {

  /** Keeps nothing. */
  Memory NONE =
      new Memory() {
        @Override
        public void keep(String file, Map<String, Object> told) {
          return;
        }

        @Override
        public Optional<Old> last(String file) {
          return Optional.empty();
        }

        @Override
        public boolean willDo() {
          return false;
        }
      };

  /** Keeps what a program says. */
  void keep(String file, Map<String, Object> told);

  /** What it said. */
  Optional<Old> last(String file);

  /** Whether that may be used where the program fails. */
  boolean willDo();

  /**
   * An old answer.
   *
   * @param age how old, in words
   */
  record Old(Map<String, Object> told, String age) {

    public static String words(Duration age) {
      long seconds = Math.max(0, age.toSeconds());
      return seconds < 120
          ? seconds + " s"
          : seconds < 7200 ? seconds / 60 + " minutes" : seconds / 3600 + " hours";
    }
  }
}
