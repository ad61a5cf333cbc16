package kit.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.Handler;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Options;
import kit.model.Play;
import kit.model.Problem;
import kit.model.Task;

/** Collects what is said in the block of a play. */
final class PlayBuilder {

  private final String name;
  private final Location location;
  private final CompiledScript script;

  private final Map<String, Object> options = new LinkedHashMap<>();
  private final Map<String, Object> vars = new LinkedHashMap<>();
  private final List<String> hosts = new ArrayList<>();
  private final List<String> serial = new ArrayList<>();
  private final List<String> varsFiles = new ArrayList<>();
  private final List<Task> before = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private final List<Task> after = new ArrayList<>();
  private final List<Handler> handlers = new ArrayList<>();
  private List<Task> section = tasks;
  private boolean gatherFacts = true;

  PlayBuilder(String name, Location location, CompiledScript script) {
    this.name = name;
    this.location = location;
    this.script = script;
  }

  void hosts(List<String> patterns) {
    hosts.addAll(patterns);
  }

  void serial(List<String> sizes) {
    serial.addAll(sizes);
  }

  void varsFiles(List<String> files) {
    varsFiles.addAll(files);
  }

  void gatherFacts(boolean wanted) {
    gatherFacts = wanted;
  }

  void vars(Map<String, Object> values) {
    vars.putAll(OptionsReader.variables(script, values));
  }

  /** An option of the play; said again, it replaces what was said before. */
  void option(String option, Object value, Location where) {
    Map<String, Object> one = Map.of(option, value);
    new OptionsReader(script, "a play", where).read(one, Said.PLAY);
    options.put(option, value);
  }

  void task(Task task) {
    section.add(task);
  }

  void handler(Handler handler) {
    for (Handler other : handlers) {
      if (other.name().equals(handler.name())) {
        throw new KitException(
            new Problem(
                handler.location(),
                "a handler '" + handler.name() + "' is already defined",
                "the first stands at " + other.location()));
      }
    }
    handlers.add(handler);
  }

  /** Reads tasks that come before or after the others. */
  void section(boolean first, Runnable block) {
    List<Task> outer = section;
    section = first ? before : after;
    try {
      block.run();
    } finally {
      section = outer;
    }
  }

  Play build() {
    if (hosts.isEmpty()) {
      throw new KitException(
          new Problem(location, "the play '" + name + "' has no hosts", "say hosts 'all'"));
    }
    List<Task> all = new ArrayList<>(before);
    all.addAll(tasks);
    all.addAll(after);
    Options said = new OptionsReader(script, "a play", location).read(options, Said.PLAY);
    return new Play(
        name,
        location,
        List.copyOf(hosts),
        said,
        List.copyOf(serial),
        vars,
        List.copyOf(varsFiles),
        gatherFacts,
        List.copyOf(all),
        List.copyOf(handlers));
  }
}
