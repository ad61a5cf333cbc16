package kit.modules.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.query.Job;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Output;
import kit.spi.Plan;

/**
 * Looks how far a command is that was started with {@code async} and {@code poll: 0}, or clears
 * away what is left of it.
 *
 * <p>The result has {@code jid}, {@code started}, {@code finished} and, once it has finished,
 * {@code rc, stdout, stderr, stdoutLines, stderrLines}. It has failed if the command has, if it
 * took longer than its {@code async} said, or if there is no such job: ask as the user who started
 * it. Nothing is changed. What a finished job gave stays on the host until {@code mode: 'cleanup'}
 * or, at the latest, until another job is started a day later.
 *
 * <pre>{@code
 * def build = command 'make -C /usr/src/tool', async: 1.h, poll: 0
 * asyncStatus jid: build.jid, until: { it.finished }, retries: 60, delay: 1.min
 * asyncStatus jid: build.jid, mode: 'cleanup'
 * }</pre>
 *
 * @param jid the job, as the result of the call that started it names it
 * @param mode whether to look or to clear away
 */
public record AsyncStatus(String jid, @Default("status") Mode mode) implements Module {

  /** What to do with a job. */
  public enum Mode {
    STATUS,
    CLEANUP
  }

  public AsyncStatus {
    new Job(jid);
  }

  @Override
  public Plan plan(Host host) {
    Job job = new Job(jid);
    if (mode == Mode.CLEANUP) {
      return Plan.change("clear job " + jid + " away")
          .run(job.clear())
          .value("jid", jid)
          .value("changed", false);
    }
    return Plan.change("look at job " + jid)
        .run(
            "kit_s=$(\n"
                + job.look()
                + ")\necho \"$kit_s\"\ncase $kit_s in\n"
                + "ended*) { "
                + job.output().strip()
                + "; } && { set -- $kit_s; exit \"$2\"; } ;;\n"
                + "gone) echo 'there is no such job of this user' >&2; exit 1 ;;\nesac\n")
        .value("jid", jid)
        .reads(AsyncStatus::fields)
        .readOnly();
  }

  @Override
  public String label() {
    return jid;
  }

  private static Map<String, Object> fields(List<Output> outputs) {
    Output last = outputs.get(outputs.size() - 1);
    Job.State state = Job.state(last.text());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("started", state.phase() != Job.Phase.GONE);
    values.put("finished", state.phase() == Job.Phase.ENDED);
    if (state.phase() == Job.Phase.ENDED) {
      String out = last.text().substring(last.text().indexOf('\n') + 1);
      values.putAll(
          Execution.outcome(
              state.rc(), Execution.stripped(out), Execution.stripped(last.errors())));
    }
    return values;
  }
}
