package kit.repl;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** The history of the line editor, without what no file may hold. */
final class KeptHistory extends DefaultHistory {

  private final HistoryFile file;

  KeptHistory(HistoryFile file) {
    this.file = file;
    file.load().forEach(line -> super.add(Instant.now(), line));
  }

  @Override
  public void add(Instant time, String line) {
    if (file.keeps(line)) {
      super.add(time, line);
      file.add(line);
    }
  }
}
