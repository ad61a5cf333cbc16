package kit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kit.cli.terminal.Table;
import kit.cli.terminal.Words;
import kit.engine.Settings;
import kit.model.Handler;
import kit.model.Play;
import kit.model.Task;
import kit.report.Sink;
import kit.report.Visible;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What a playbook holds, told without contacting a host.
 *
 * @param hosts whether the hosts of each play are told
 * @param tasks whether its tasks are
 * @param tags whether all tags are
 * @param json whether a program reads it
 */
record Outline(boolean hosts, boolean tasks, boolean tags, boolean json) {

  static void add(CommandSpec spec) {
    Words.flag(spec, "Show the hosts of each play, run nothing.", "--list-hosts");
    Words.flag(spec, "Show the tasks, run nothing.", "--list-tasks");
    Words.flag(spec, "Show all tags, run nothing.", "--list-tags");
  }

  static Outline of(ParseResult said, boolean json) {
    return new Outline(
        Words.flag(said, "--list-hosts"),
        Words.flag(said, "--list-tasks"),
        Words.flag(said, "--list-tags"),
        json);
  }

  boolean wanted() {
    return hosts || tasks || tags;
  }

  /**
   * Tells a play.
   *
   * @param its hosts that it would run on
   */
  void play(Play play, List<String> its, Settings settings, Sink out) {
    if (json) {
      out.json(object(play, its, settings));
      return;
    }
    String count = its.size() + (its.size() == 1 ? " host" : " hosts");
    out.line(Visible.line(play.name() + " · " + count + " · " + play.location()));
    if (hosts) {
      its.forEach(host -> out.line("  " + Visible.line(host)));
    }
    if (tasks) {
      Table table = new Table();
      for (Task task : selected(play, settings)) {
        String tagged = String.join(", ", tagsOf(play, task));
        table.row(task.name(), tagged, task.location().toString());
      }
      for (Handler handler : play.handlers()) {
        table.row("handler: " + handler.name(), "", handler.location().toString());
      }
      table.print("  ", out);
    }
  }

  /** Tells the tags of a playbook. */
  void tags(Set<String> all, Sink out) {
    if (tags && !json) {
      out.line("tags: " + Visible.line(String.join(", ", new TreeSet<>(all))));
    } else if (tags) {
      out.json(Map.of("tags", List.copyOf(new TreeSet<>(all))));
    }
  }

  private Map<String, Object> object(Play play, List<String> its, Settings settings) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("play", play.name());
    if (hosts) {
      object.put("hosts", its);
    }
    if (tasks) {
      List<Object> all = new ArrayList<>();
      for (Task task : selected(play, settings)) {
        Map<String, Object> each = new LinkedHashMap<>();
        each.put("task", task.name());
        each.put("tags", tagsOf(play, task));
        each.put("file", task.location().file());
        each.put("line", task.location().line());
        each.put("column", task.location().column());
        all.add(each);
      }
      object.put("tasks", all);
    }
    return object;
  }

  private static List<Task> selected(Play play, Settings settings) {
    List<Task> selected = new ArrayList<>();
    select(play.tasks(), play, settings, selected);
    return selected;
  }

  private static void select(List<Task> tasks, Play play, Settings settings, List<Task> selected) {
    for (Task task : tasks) {
      if (!task.held().isEmpty()) {
        select(task.held(), play, settings, selected);
      } else if (task.open() || settings.selects(tagsOf(play, task))) {
        selected.add(task);
      }
    }
  }

  static Set<String> tagsOf(Play play, Task task) {
    Set<String> tags = new LinkedHashSet<>(play.options().tags());
    tags.addAll(task.options().tags());
    return tags;
  }
}
