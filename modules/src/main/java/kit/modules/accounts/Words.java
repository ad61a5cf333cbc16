package kit.modules.accounts;

import java.util.ArrayList;
import java.util.List;
import kit.spi.Sh;

/** A command line in the making. */
final class Words {

  private final List<String> words = new ArrayList<>();

  Words(String program) {
    words.add(program);
  }

  Words add(String... more) {
    words.addAll(List.of(more));
    return this;
  }

  Words addIf(boolean wanted, String... more) {
    return wanted ? add(more) : this;
  }

  /** Whether there is more than the program. */
  boolean any() {
    return words.size() > 1;
  }

  @Override
  public String toString() {
    return Sh.quote(words);
  }
}
