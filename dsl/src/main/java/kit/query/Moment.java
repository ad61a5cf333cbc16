package kit.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * The seconds since 1970 of a local time of the host; empty if there is no such time.
 *
 * @param stamp in the form {@code YYYYMMDDhhmm.ss}, as touch reads it
 */
public record Moment(String stamp) implements Query<Optional<Long>> {

  /** Whether a text has the form of a stamp. */
  public static boolean formed(String text) {
    if (text.length() != 15) {
      return false;
    }
    for (int i = 0; i < 15; i++) {
      char c = text.charAt(i);
      if (i == 12 ? c != '.' : c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  @Override
  public Probe<Optional<Long>> probe(List<Query<Optional<Long>>> batch) {
    StringBuilder script = new StringBuilder();
    for (Query<Optional<Long>> query : batch) {
      String text = ((Moment) query).stamp;
      script.append(formed(text) ? "date -d '" + spelled(text) + "' +%s 2>/dev/null || " : "");
      script.append("echo\n");
    }
    int asked = batch.size();
    return new Probe<>(script.toString(), output -> read(output.text(), asked));
  }

  /** A form that GNU's and busybox's date both read. */
  private static String spelled(String s) {
    return s.substring(0, 4)
        + "-"
        + s.substring(4, 6)
        + "-"
        + s.substring(6, 8)
        + " "
        + s.substring(8, 10)
        + ":"
        + s.substring(10, 12)
        + ":"
        + s.substring(13);
  }

  private static List<Optional<Long>> read(String text, int asked) {
    String[] lines = text.split("\n", -1);
    List<Optional<Long>> answers = new ArrayList<>();
    for (int i = 0; i < asked; i++) {
      String line = i < lines.length ? lines[i] : "";
      answers.add(line.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(line)));
    }
    return answers;
  }

  @Override
  public Set<Resource> about() {
    return Set.of();
  }
}
