package kit.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kit.catalog.Suggestion;
import kit.cli.terminal.Prompt;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import kit.engine.Settings;
import kit.model.Play;
import kit.model.Playbook;
import kit.model.Task;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * From where a playbook is run, and how.
 *
 * @param startAt name of the first task that is run; empty for the first of all
 * @param step whether the user is asked before each task
 * @param debug whether a failure opens a prompt on its host
 */
record Course(String startAt, boolean step, boolean debug) {

  static void add(CommandSpec spec) {
    Words.text(spec, "TASK", "Begin with this task; leave out those before it.", "--start-at");
    Words.flag(spec, "Ask before each task.", "--step");
    Words.flag(spec, "Open a prompt on the host where a task fails.", "--debug-on-fail");
  }

  static Course of(ParseResult said) {
    return new Course(
        Words.text(said, "--start-at"),
        Words.flag(said, "--step"),
        Words.flag(said, "--debug-on-fail"));
  }

  /** The playbook as it is to be run. */
  Playbook of(Playbook playbook, Settings settings, Report report) {
    Playbook rest = startAt.isEmpty() ? playbook : rest(playbook);
    return step ? new Stepping(Prompt.ofUser(), report, settings).of(rest) : rest;
  }

  /** Plays and tasks from the named one on; handlers stay, for what was notified may be kept. */
  private Playbook rest(Playbook playbook) {
    List<Play> plays = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (Play play : playbook.plays()) {
      if (!plays.isEmpty()) {
        plays.add(play);
        continue;
      }
      List<Task> tasks = play.tasks();
      for (int i = 0; i < tasks.size() && plays.isEmpty(); i++) {
        names.add(tasks.get(i).name());
        if (tasks.get(i).name().equals(startAt)) {
          plays.add(with(play, tasks.subList(i, tasks.size())));
        }
      }
    }
    if (plays.isEmpty()) {
      throw new UsageException(
          "no task is called '" + startAt + "'",
          Suggestion.hint(startAt, names, "--list-tasks shows them"));
    }
    return new Playbook(playbook.file(), plays);
  }

  /** The same play with other tasks. */
  static Play with(Play play, List<Task> tasks) {
    return new Play(
        play.name(),
        play.location(),
        play.hosts(),
        play.options(),
        play.serial(),
        play.vars(),
        play.varsFiles(),
        play.rules(),
        play.gatherFacts(),
        List.copyOf(tasks),
        play.handlers());
  }
}
