package kit.modules.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * A table of jobs: that of a user, or a file.
 *
 * @param user whose; empty for the user that kit is on the host, or if it is a file
 * @param file path; empty if it is a user's
 */
record Crontab(String user, String file) implements Query<Crontab.Text> {

  /**
   * What is in it.
   *
   * @param exists whether there is one
   * @param text its lines; empty if there is none
   * @param error why it cannot be read; empty if it can
   */
  record Text(boolean exists, String text, String error) {}

  private static final char MARK = '\036';

  /** The command for this user's table. */
  String command() {
    return user.isEmpty() ? "crontab" : "crontab -u " + Sh.quote(List.of(user));
  }

  /** For each table: its text, the exit status, and complaints if there are any. */
  @Override
  public Probe<Text> probe(List<Query<Text>> batch) {
    StringBuilder script = new StringBuilder();
    for (Query<Text> query : batch) {
      Crontab table = (Crontab) query;
      String read = table.file.isEmpty() ? table.command() + " -l" : "cat " + Sh.path(table.file);
      script.append(read).append(" 2>/dev/null; kit_r=$?; printf '\\036%d\\036' $kit_r; ");
      script.append("[ $kit_r = 0 ] || ").append(read).append(" 2>&1 >/dev/null; ");
      script.append("printf '\\036'\n");
    }
    return new Probe<>(script.toString(), output -> read(batch.size(), output));
  }

  /** What a change of it touches: a user's table, or a file. */
  Resource whose() {
    return file.isEmpty() ? new Resource("crontab", "of/" + user) : Resource.path(file);
  }

  @Override
  public Set<Resource> about() {
    return file.isEmpty()
        ? Set.of(whose(), Resource.path("/var/spool/cron/crontabs/" + user))
        : Set.of(whose());
  }

  private static List<Text> read(int count, Output output) {
    List<Text> answers = new ArrayList<>();
    String text = output.text();
    int from = 0;
    for (int i = 0; i < count; i++) {
      int status = text.indexOf(MARK, from);
      int error = text.indexOf(MARK, status + 1);
      int end = text.indexOf(MARK, error + 1);
      boolean exists = text.substring(status + 1, error).equals("0");
      String complaint = text.substring(error + 1, end).strip();
      answers.add(
          new Text(
              exists,
              exists ? text.substring(from, status) : "",
              missing(complaint) ? "" : complaint));
      from = end + 1;
    }
    return answers;
  }

  /**
   * Whether it is merely not there yet. So is the table of a user that is not there: an earlier
   * call may be about to create it, and if not, writing the table says so.
   */
  private static boolean missing(String complaint) {
    return complaint.startsWith("no crontab for")
        || complaint.contains("o such file or directory")
        || complaint.contains("unknown");
  }
}
