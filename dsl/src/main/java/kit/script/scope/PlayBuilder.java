package kit.script.scope;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.model.Handler;
import kit.model.HostOrder;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Options;
import kit.model.Play;
import kit.model.PlayRules;
import kit.model.Problem;
import kit.model.Question;
import kit.model.Task;
import kit.script.language.Call;

/** Collects what is said in the block of a play. */
public final class PlayBuilder {

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
  private final Map<String, Map<String, Object>> moduleDefaults = new LinkedHashMap<>();
  private final List<Question> questions = new ArrayList<>();
  private final Deque<Options> around = new ArrayDeque<>();
  private final Map<String, List<Object>> roles = new LinkedHashMap<>();
  private List<Task> section = tasks;
  private boolean gatherFacts = true;
  private HostOrder order = HostOrder.INVENTORY;
  private Optional<Double> maxFailPercentage = Optional.empty();
  private boolean anyErrorsFatal;

  public PlayBuilder(String name, Location location, CompiledScript script) {
    this.name = name;
    this.location = location;
    this.script = script;
    around.push(Options.NONE);
  }

  public void hosts(List<String> patterns) {
    hosts.addAll(patterns);
  }

  public void serial(List<String> sizes) {
    serial.addAll(sizes);
  }

  public void varsFiles(List<String> files) {
    varsFiles.addAll(files);
  }

  public void gatherFacts(boolean wanted) {
    gatherFacts = wanted;
  }

  public void order(HostOrder wanted) {
    order = wanted;
  }

  public void maxFailPercentage(double most) {
    maxFailPercentage = Optional.of(most);
  }

  public void anyErrorsFatal(boolean fatal) {
    anyErrorsFatal = fatal;
  }

  /** What calls of one module have unless they say others, as the play's call says it. */
  public void moduleDefaults(Call call, String module, Map<String, Object> said) {
    moduleDefaults.putAll(new ModuleDefaults(script, call).of(module, said));
  }

  public void question(Question question) {
    questions.add(question);
  }

  public void vars(Map<String, Object> values) {
    vars.putAll(OptionsReader.variables(script, values));
  }

  /** An option of the play; said again, it replaces what was said before. */
  public void option(String option, Object value, Location where) {
    Map<String, Object> one = Map.of(option, value);
    new OptionsReader(script, "a play", where).read(one, Said.PLAY);
    options.put(option, value);
  }

  /** A task, with what is said on the blocks and includes around it. */
  void task(Task task) {
    section.add(Within.of(around.peek(), task));
  }

  /** A task that puts what is said around it on the tasks that it finds. */
  public void finder(Task task) {
    section.add(task);
  }

  /** What is said on blocks and includes here, and what is said on one in addition. */
  public Options within(Options inner) {
    return Within.of(around.peek(), inner);
  }

  /**
   * What reports call a role: its name, and a number if it is used with other parameters too.
   *
   * @param use what it has in common with uses that do the same
   */
  public String title(String role, Object use) {
    List<Object> keys = roles.computeIfAbsent(role, its -> new ArrayList<>());
    if (!keys.contains(use)) {
      keys.add(use);
    }
    int number = keys.indexOf(use) + 1;
    return number == 1 ? role : role + " (" + number + ")";
  }

  /** Reads tasks that share options. */
  void among(Options shared, Runnable block) {
    inside(within(shared), block);
  }

  /** Reads tasks for which nothing else holds than this. */
  void inside(Options all, Runnable block) {
    around.push(all);
    try {
      block.run();
    } finally {
      around.pop();
    }
  }

  /** What was read of a file of tasks. */
  Included included() {
    return new Included(List.copyOf(tasks), List.copyOf(handlers));
  }

  /** Reads tasks that do not join those of the play. */
  List<Task> apart(Runnable block) {
    List<Task> outer = section;
    List<Task> apart = new ArrayList<>();
    section = apart;
    try {
      block.run();
    } finally {
      section = outer;
    }
    return List.copyOf(apart);
  }

  /** Reads a file that holds handlers and nothing else. */
  public void handlersOnly(Reading reading, Runnable block) {
    int before = section.size();
    block.run();
    while (section.size() > before) {
      Task task = section.remove(before);
      reading.add(
          List.of(
              new Problem(
                  task.location(), "a file of handlers has no tasks", "handler('name') { }")));
    }
  }

  /** Leaves out tasks that a file holds beside its handlers. */
  void withoutTasks(Runnable block) {
    List<Task> outer = section;
    section = new ArrayList<>();
    try {
      block.run();
    } finally {
      section = outer;
    }
  }

  public void handler(Handler said) {
    Options its = around.peek();
    Handler handler = its.role().isPresent() ? Within.handler(its, said) : said;
    for (Handler other : handlers) {
      if (other.id().equals(handler.id())) {
        if (its.role().isPresent() && other.location().equals(handler.location())) {
          return; // the role is used twice the same way
        }
        throw new KitException(
            new Problem(
                handler.location(),
                "a handler '" + handler.name() + "' is already defined",
                "the first stands at " + other.location(),
                Mistake.TAKEN_NAME));
      }
    }
    handlers.add(handler);
  }

  /** Reads tasks that come before or after the others. */
  public void section(boolean first, Runnable block) {
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
    PlayRules rules =
        new PlayRules(order, maxFailPercentage, anyErrorsFatal, moduleDefaults, questions);
    return new Play(
        name,
        location,
        List.copyOf(hosts),
        said,
        List.copyOf(serial),
        vars,
        List.copyOf(varsFiles),
        rules,
        gatherFacts,
        List.copyOf(all),
        List.copyOf(handlers));
  }
}
