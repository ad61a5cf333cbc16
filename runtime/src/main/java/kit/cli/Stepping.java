package kit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kit.cli.terminal.Prompt;
import kit.cli.terminal.UsageException;
import kit.engine.Settings;
import kit.model.HostSession;
import kit.model.Location;
import kit.model.Options;
import kit.model.Play;
import kit.model.Playbook;
import kit.model.Task;

/**
 * {@code --step}: asks before each task. Before it, hosts wait for one another, so that the user
 * has seen all of the task before; what conditions say is not known yet.
 */
final class Stepping {
  private static final String INSTEAD = "run it in a terminal, or leave --step out";

  private final Prompt prompt;
  private final Report report;
  private final Settings settings;
  private volatile boolean asking = true;

  /** Whether the hosts that come next carry a task out. */
  private static final class Decision {
    private volatile boolean yes = true;
  }

  Stepping(Prompt prompt, Report report, Settings settings) {
    this.prompt = prompt;
    this.report = report;
    this.settings = settings;
  }

  /**
   * The playbook with a question before each task.
   *
   * @throws UsageException if nobody can be asked
   */
  Playbook of(Playbook playbook) {
    if (!prompt.possible()) {
      throw new UsageException("--step needs a terminal to ask in", INSTEAD);
    }
    List<Play> plays = new ArrayList<>();
    for (Play play : playbook.plays()) {
      List<Task> tasks = new ArrayList<>();
      for (Task task : play.tasks()) {
        if (selected(play, task)) {
          Decision decision = new Decision();
          tasks.add(question(task, decision));
          tasks.add(decided(task, decision));
        } else {
          tasks.add(task);
        }
      }
      plays.add(Course.with(play, tasks));
    }
    return new Playbook(playbook.file(), plays);
  }

  private boolean selected(Play play, Task task) {
    return task.open() || settings.selects(Outline.tagsOf(play, task));
  }

  /** A task of its own: one with a condition would not be entered by every host. */
  private Task question(Task task, Decision decision) {
    return new Task(
        "--step: " + task.name(),
        Location.NONE,
        Options.NONE,
        true,
        session -> {
          if (asking) {
            session.barrier(task.location());
            session.once(task.location(), () -> decision.yes = ask(task));
          }
        });
  }

  private static Task decided(Task task, Decision decision) {
    return task.with(
        task.options(),
        session -> {
          if (decision.yes) {
            task.body().run(session);
          } else {
            refuse(session);
          }
        });
  }

  private static void refuse(HostSession session) {
    session.skip("the answer to --step was no");
  }

  private boolean ask(Task task) {
    String[] answer = {""};
    String place = task.location().toString();
    String text = task.name() + " (" + place + ") - yes, no, continue without asking";
    while (!"ync".contains(answer[0]) || answer[0].isEmpty()) {
      report.between(() -> answer[0] = first(prompt.ask(text, false, INSTEAD)));
    }
    asking = !answer[0].equals("c");
    return !answer[0].equals("n");
  }

  private static String first(String answer) {
    String said = answer.strip().toLowerCase(Locale.ROOT);
    boolean word = said.length() > 1 && List.of("yes", "no", "continue").contains(said);
    return word ? said.substring(0, 1) : said.length() == 1 ? said : "";
  }
}
