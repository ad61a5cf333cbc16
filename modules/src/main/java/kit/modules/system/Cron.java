package kit.modules.system;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Sh;
import kit.spi.Shadows;
import kit.spi.Step;

/**
 * Manages scheduled jobs and variables in crontabs of users and in files of {@code /etc/cron.d}.
 *
 * <p>A job is known by its name, which stands in a comment above it; the comment is the one that
 * Ansible writes. The result has {@code jobs}, the names of all jobs, and {@code backupFile}.
 *
 * <pre>{@code
 * cron name: 'backup', hour: '3', minute: '30', job: '/usr/local/bin/backup', user: 'root'
 * cron name: 'warm up', specialTime: 'reboot', job: 'curl -s localhost', cronFile: 'shop', user: 'shop'
 * cron name: 'MAILTO', env: true, job: 'ops@example.org'
 * cron name: 'old', state: 'absent'
 * }</pre>
 *
 * @param name what the job is called, or the variable's name
 * @param job the command, or the variable's value; needed if it should be there
 * @param state whether it should be there
 * @param user whose crontab, the user that kit is on the host if not given; with {@code cronFile}
 *     the user that the job runs as
 * @param minute 0-59, {@code *}, lists and steps as in crontab(5)
 * @param hour 0-23
 * @param day day of the month, 1-31
 * @param month 1-12
 * @param weekday 0-6, Sunday is 0
 * @param specialTime in place of the times: reboot, hourly, daily, weekly, monthly, yearly
 * @param disabled keep the job, but in a comment
 * @param env it is a variable and not a job
 * @param insertafter variable to put a new variable after
 * @param insertbefore variable to put a new variable before
 * @param cronFile file to use in place of a user's crontab, a path or a name in {@code /etc/cron.d}
 * @param backup keep the old table
 */
public record Cron(
    String name,
    @Alias("value") Optional<String> job,
    @Default("present") State state,
    Optional<String> user,
    @Default("*") String minute,
    @Default("*") String hour,
    @Alias("dom") @Default("*") String day,
    @Default("*") String month,
    @Alias("dow") @Default("*") String weekday,
    Optional<SpecialTime> specialTime,
    @Default("false") boolean disabled,
    @Shadows @Default("false") boolean env,
    Optional<String> insertafter,
    Optional<String> insertbefore,
    Optional<String> cronFile,
    @Default("false") boolean backup)
    implements Module {

  /** Whether something should be there. */
  public enum State {
    PRESENT,
    ABSENT
  }

  /** Times that have names. */
  public enum SpecialTime {
    REBOOT,
    YEARLY,
    ANNUALLY,
    MONTHLY,
    WEEKLY,
    DAILY,
    HOURLY
  }

  public Cron {
    refuse(
        name.isBlank() || breaks(name) || env && name.indexOf(' ') >= 0,
        "'" + name + "' is no name for this");
    refuse(state == State.PRESENT && job.isEmpty(), "cron needs job");
    refuse(breaks(stripped(job.orElse(""))), "a job is one line; put more into a script");
    boolean timed = !(minute + hour + day + month + weekday).equals("*****");
    refuse(
        specialTime.isPresent() && timed, "cron takes specialTime or minute, hour, ..., not both");
    refuse(
        state == State.PRESENT && cronFile.isPresent() && user.isEmpty() && !env,
        "a job in a cronFile needs user");
    refuse(
        cronFile.filter("/etc/crontab"::equals).isPresent(),
        "/etc/crontab belongs to the system; use a file of your own");
    boolean placed = insertafter.isPresent() || insertbefore.isPresent();
    refuse(placed && !env, "insertafter and insertbefore go with env: true");
    refuse(
        insertafter.isPresent() && insertbefore.isPresent(),
        "insertafter or insertbefore, not both");
  }

  @Override
  public Plan plan(Host host) {
    Crontab table = table(host);
    Crontab.Text found = host.ask(table);
    String where = table.file().isEmpty() ? "crontab of " + owner(host) : table.file();
    if (!found.error().isEmpty()) {
      return Plan.refused("the " + where + " cannot be read: " + found.error(), "");
    }
    CronLines lines = new CronLines(found.text());
    String before = lines.toString();
    edit(lines);
    String after = lines.toString();
    boolean complete = found.text().isEmpty() || found.text().endsWith("\n");
    if (before.equals(after) && complete) {
      boolean there = state == State.PRESENT;
      return Plan.unchanged(
          name + (there ? " is in the " : " is not in the ") + where, Map.of("jobs", lines.jobs()));
    }
    return change(table, found, lines, where);
  }

  @Override
  public String label() {
    return name;
  }

  private Change change(Crontab table, Crontab.Text found, CronLines lines, String where) {
    String after = lines.toString();
    boolean removes = !table.file().isEmpty() && lines.blank();
    Change change =
        Plan.change((state == State.PRESENT ? "set " : "remove ") + name + " in the " + where)
            .diff(Diff.of(where, found.text(), after))
            .value("jobs", lines.jobs())
            .touches(table.whose(), Resource.path("/var/spool/cron/crontabs"))
            .predicts(table, new Crontab.Text(!removes, removes ? "" : after, ""));
    byte[] content = after.getBytes(StandardCharsets.UTF_8);
    if (removes) {
      return change.run("rm -f " + Sh.path(table.file()));
    }
    if (!table.file().isEmpty()) {
      Optional<Integer> mode = found.exists() ? Optional.empty() : Optional.of(0644);
      return change.step(Step.Write.of(table.file(), content).at(mode).keepingOld(backup));
    }
    String keep =
        backup && found.exists()
            ? "old=$(mktemp /tmp/crontab.XXXXXX) && "
                + table.command()
                + " -l >\"$old\" && echo \"$old\" && "
            : "";
    return change
        .step(Step.Run.of(keep + table.command() + " -").reading(content))
        .reads(
            outputs ->
                keep.isEmpty() ? Map.of() : Map.of("backupFile", outputs.get(0).text().strip()));
  }

  private void edit(CronLines lines) {
    boolean present = state == State.PRESENT;
    if (env && present) {
      String declaration = name + "=\"" + job.orElseThrow() + "\"";
      lines.variable(name, declaration, insertafter.orElse(""), insertbefore.orElse(""));
    } else if (env) {
      lines.removeVariable(name);
    } else if (present) {
      lines.job(name, line());
    } else {
      lines.removeJob(name);
    }
  }

  private String line() {
    String time = String.join(" ", List.of(minute, hour, day, month, weekday));
    String when =
        specialTime.map(special -> "@" + special.name().toLowerCase(Locale.ROOT)).orElse(time);
    String as = cronFile.isPresent() ? user.orElseThrow() + " " : "";
    return (disabled ? "#" : "") + when + " " + as + stripped(job.orElseThrow());
  }

  private Crontab table(Host host) {
    if (cronFile.isPresent()) {
      String file = cronFile.get();
      return new Crontab("", file.startsWith("/") ? file : "/etc/cron.d/" + file);
    }
    return new Crontab(owner(host).equals(host.user()) ? "" : owner(host), "");
  }

  private String owner(Host host) {
    return user.orElse(host.user());
  }

  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && "\r\n".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "\r\n".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean breaks(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  private static void refuse(boolean bad, String message) {
    if (bad) {
      throw new PlanException(message, "kit doc cron shows how");
    }
  }
}
