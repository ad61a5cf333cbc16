package kit.share;

import java.io.IOException;
import kit.model.KitException;

/** An archive that is refused. */
final class ArchiveException extends IOException {

  private static final int SHOWN = 80;

  private final String entry;
  private final String why;

  /**
   * @param entry the entry that is wrong; empty if it is the archive
   * @param why what is wrong with it
   */
  ArchiveException(String entry, String why) {
    super(why);
    this.entry = entry;
    this.why = why;
  }

  /** The problem, with what comes from the archive made harmless. */
  KitException problem(String archive) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < Math.min(entry.length(), SHOWN); i++) {
      char c = entry.charAt(i);
      name.append(c < ' ' || c > 126 ? '?' : c);
    }
    String what = entry.isEmpty() ? why : "'" + name + "': " + why;
    return new KitException(
        "the archive " + archive + " is refused: " + what,
        "nothing of it was kept; a role holds plain files and directories only");
  }
}
