package kit.transport;

import java.util.List;
import kit.model.Location;

/** A line of ssh's configuration that says something. */
sealed interface SshLine {

  /**
   * Begins a block.
   *
   * @param match whether by {@code Match}, else by {@code Host}
   * @param words the patterns or criteria
   * @param where its place
   */
  record Opens(boolean match, List<String> words, Location where) implements SshLine {

    public Opens {
      words = List.copyOf(words);
    }
  }

  /**
   * A setting.
   *
   * @param key the keyword in lower case
   * @param words its values, at least one
   * @param where its place
   */
  record Sets(String key, List<String> words, Location where) implements SshLine {

    public Sets {
      words = List.copyOf(words);
    }
  }

  /**
   * The lines of included files.
   *
   * @param lines all of them, those of one file as one {@code Included} again
   */
  record Included(List<SshLine> lines) implements SshLine {

    public Included {
      lines = List.copyOf(lines);
    }
  }
}
